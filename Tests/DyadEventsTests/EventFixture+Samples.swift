import DyadEvents
import Testing

/// Files of our own, with the columns of the data sets and made-up rows.
extension EventFixture {
  /// A file and the reader that recognizes it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var reader: String
    var text: String
    /// Events that it has.
    var events: Int
    var testDescription: String { "\(reader), \(text.utf8.count) bytes" }
  }

  static let samples: [Sample] = [
    Sample(reader: "gdelt", text: gdelt(columns: 57) + "\n" + gdelt(columns: 58, id: 2) + "\n", events: 2),
    Sample(
      reader: "gdelt", text: gdelt() + "\n" + gdelt(id: 2, code: "190", quad: "4", score: "-10") + "\n", events: 2),
    Sample(reader: "icews", text: icews(dates: ["2018-06-01", "2018-06-02"]), events: 2),
    Sample(reader: "icews", text: icews(dates: ["6/1/2017", "12/31/2017"]), events: 2),
    Sample(reader: "polecat", text: polecat, events: 4),
    Sample(reader: "acled", text: acledOld, events: 2), Sample(reader: "acled", text: acledNew, events: 2),
    Sample(reader: "ucdp-ged", text: ged, events: 2), Sample(reader: "ucdp-acd", text: conflictYears, events: 3),
    Sample(reader: "cow-alliances", text: alliancesByMember, events: 2),
    Sample(reader: "cow-alliances", text: alliancesByDyad, events: 1),
    Sample(reader: "cow-alliances", text: alliancesByYear, events: 1),
    Sample(reader: "cow-mids", text: disputes, events: 1), Sample(reader: "cow-mids", text: participants, events: 6),
    Sample(reader: "cow-mids", text: disputeYears, events: 2),
    Sample(reader: "cow-mids", text: dyadicDisputes, events: 4),
    Sample(reader: "cow-diplomacy", text: diplomacy, events: 1),
    Sample(reader: "cow-states", text: membership, events: 2),
    Sample(reader: "quadruples", text: quadruples, events: 2),
  ]

  static func icews(dates: [String], missing: String = "") -> String {
    let names =
      "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name"
      + "|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
    let rows = dates.enumerated().map { index, date in
      "\(index + 1)|\(date)|Jane Roe|Executive,Foreign Ministry,Government|Pakistan|Investigate|090|-2|"
        + "Combatant (Taliban)|\(missing)|\(missing)|77|2|Example News|Kabul|\(missing)|\(missing)|Afghanistan|34.5|69.2"
    }
    return ([names] + rows).map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\t") }
      .joined(separator: "\n") + "\n"
  }

  static let polecatColumns =
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW"
    + "|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name"
    + "|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw"
    + "|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename"
    + "|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"

  static func polecat(header: String = polecatColumns, _ rows: [[String: String]]) -> String {
    let columns = polecatColumns.split(separator: "|").map(String.init)
    let lines = rows.map { row in columns.map { row[$0] ?? "None" }.joined(separator: "\t") }
    return ([header.split(separator: "|").joined(separator: "\t")] + lines).joined(separator: "\n") + "\n"
  }

  static let polecatRow = [
    "Event ID": "20230101-7-abc_1", "Event Date": "2023-01-01", "Event Type": "CONSULT", "Event Mode": "visit",
    "Intensity": "2.5", "Quad Code": "1", "Actor Name": "Jane Roe", "Actor Country": "PAK", "Actor COW": "770",
    "Primary Actor Sector": "GOV", "Actor Title": "Foreign Minister", "Recipient Name": "Afghanistan",
    "Recipient Country": "AFG", "Recipient COW": "700", "Source": "Example News", "Version": "NGEC_v001",
    "Country": "AFG", "Placename": "Kabul",
  ]

  private static let polecat = polecat([
    polecatRow,
    polecatRow.merging([
      "Event ID": "20230101-7-abc_2", "Event Type": "ACCUSE", "Event Mode": "None", "Quad Code": "3", "Intensity": "-3",
      "Actor Name": "Pakistan; India; China", "Actor Country": "PAK; IND; CHN", "Actor COW": "770; 750; 710",
    ]) { $1 },
  ])

  static let acledOld = """
    data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,\
    assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,location,latitude,longitude,\
    geo_precision,source,source_scale,notes,fatalities,timestamp,iso3
    9,4,AFG1,1,16 February 2022,2022,2,Battles,Armed clash,Military Forces of Pakistan (2018-2022),,1,\
    TTP: Tehreek-i-Taliban Pakistan,,2,12,South Asia,Afghanistan,Spin Boldak,31.0,66.4,1,Example News; Other,\
    National,"a, ""b""\nc",3,1650000000,AFG
    8,4,AFG2,2,1 March 2022,2022,3,Protests,Peaceful protest,Protesters (Afghanistan),,6,,,0,60,South Asia,\
    Afghanistan,Kabul,34.5,69.2,1,Example News,National,x,0,1650000001,AFG

    """

  static let acledNew = """
    \u{FEFF}event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,\
    inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,\
    latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
    PAK1,2025-02-16,2025,1,Political violence,Explosions/Remote violence,Air/drone strike,\
    Military Forces of Pakistan (2024-),,State forces,Civilians (Afghanistan),,Civilians,State forces-Civilians,\
    Civilian targeting,4,South Asia,Afghanistan,Paktika,Barmal,,Barmal,32.6,69.3,2,Example News,National,x,5,,1750000000
    PAK2,16 May 2025,2025,1,Political violence,Battles,Armed clash,Military Forces of the United States (2025-),,\
    External/Other forces,Islamic State,,Rebel group,x,,4,South Asia,Afghanistan,Kunar,,,Kunar,34.8,71.1,2,\
    Example News,National,x,0,,1750000001

    """

  static let ged = """
    id,relid,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_article,\
    source_office,source_date,source_headline,where_coordinates,latitude,longitude,country,country_id,date_prec,\
    date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob
    1,PAK-1,2024,1,Afghanistan - Pakistan,Government of Afghanistan - Government of Pakistan,Government of Afghanistan,\
    Government of Pakistan,2,"Example News,\n2024-09-01",Example News,2024-09-01,"Clash, again",Torkham,34.1,71.1,\
    Pakistan,770,3,2024-09-01 00:00:00.000,2024-09-07 00:00:00.000,1,2,0,0,3,4,2,700,770
    2,PAK-2,2021,3,TTP - Civilians,TTP - Civilians,TTP,Civilians,-1,,,,,Quetta,30.2,67.0,Pakistan,770,1,\
    2021-05-01 00:00:00.000,2021-05-01 00:00:00.000,0,0,1,0,1,1,1,,

    """

  private static let conflictYears = """
    conflict_id,side_a,side_b,year,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,incompatibility,intensity_level,type_of_conflict
    11639,Government of Afghanistan,Government of Pakistan,2024,700,,770,,territory,1,2
    404,Government of Pakistan,TTP,2014,770,2,,,government,2,3
    1,Government of Egypt,Government of Israel,1967,651,,666,,territory,2,2

    """

  private static let alliancesByMember = """
    version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,\
    mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,\
    neutrality,nonaggression,entente,version
    1,200,United Kingdom,1,1,1816,15,2,2000,Type I: Defense Pact,1,1,1816,15,2,2000,1,0,1,0,1,0,4.1
    1,235,Portugal,1,1,1816,,,,Type III: Entente,1,1,1816,,,,1,1,0,0,0,1,4.1

    """

  private static let alliancesByDyad = """
    version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,\
    dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
    2,700,Afghanistan,770,Pakistan,22,12,2002,,,,0,1,0,0,1,0,4.1

    """

  private static let alliancesByYear = """
    ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente
    700,770,1988,0,0,1,0

    """

  private static let disputes = """
    dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,mindur,hiact,hostlev,\
    recip,numa,numb,ongo2014,version
    4,-9,7,1946,11,8,1946,5,1,0,0,40,12,14,4,1,1,1,0,5

    """

  private static let participants = """
    dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,\
    hiact,hostlev,orig,version
    4,USA,2,-9,-9,1946,11,8,1946,1,0,0,0,0,0,7,3,1,5
    4,YUG,345,7,5,1946,11,8,1946,0,1,1,0,0,0,14,4,1,5
    4,UKG,200,1,8,1946,3,8,1946,1,0,0,0,0,0,8,3,0,5
    5,GRC,350,1,1,1946,31,12,1946,1,0,0,0,0,0,14,4,1,5
    5,ALB,339,-9,6,1946,1,7,1946,0,0,0,0,0,0,14,2,1,5

    """

  static let disputeYears = """
    dispnum,ccode1,ccode2,year,sidea1,sidea2,hiact1,hiact2,hostlev1,hostlev2
    1307,700,770,1949,1,0,16,15,4,3
    1307,770,700,1949,0,1,15,16,3,4

    """

  static let dyadicDisputes = """
    disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,year,outcome,settlmnt,fatlev,\
    highact,hihost,recip,sideaa,sideab,fatleva,fatlevb,highmcaa,highmcab,hihosta,hihostb,rolea,roleb,war
    1307,1,700,AFG,770,PAK,12,6,1949,-9,2,1950,1949,5,1,1,16,4,1,1,0,0,1,15,16,3,4,1,1,0
    1307,1,700,AFG,770,PAK,12,6,1949,-9,2,1950,1950,5,1,1,16,4,1,1,0,0,1,15,16,3,4,1,1,0

    """

  static let diplomacy = """
    "ccode1","ccode2","year","DR_at_1","DR_at_2","DE","version"
    700,770,1950,1,3,1,2006.0999755859375
    700,750,1950,9,0,1,2006.0999755859375

    """

  private static let membership = """
    stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
    GFR,260,German Federal Republic,1955,5,5,1990,10,2,2016
    AFG,700,Afghanistan,1919,9,8,2016,12,31,2016

    """

  private static let quadruples = """
    Head_of_Government_(Pakistan)\tMake_a_visit\tAfghanistan\t2014-01-02
    Combatant (Taliban)\tUse conventional military force\tMilitary (Pakistan)\t2014-05-13

    """
}
