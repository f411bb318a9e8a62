extension CAMEO {
  /// The codes of actions, a line each.
  ///
  /// Code, Goldstein value in tenths by GDELT, the one by ICEWS where it differs, PLOVER type, label. Values: GDELT's
  /// look-up table and the table of ICEWS; types: CAMEO2PLOVER of the Open Event Data Alliance (2021); labels: ICEWS.
  /// The roots 01 and 02 have no type, because PLOVER drops statements and appeals.
  static let table = """
    01|0|||MAKE PUBLIC STATEMENT
    010|0|||Make statement
    011|-1|||Decline comment
    012|-4|||Make pessimistic comment
    013|4|||Make optimistic comment
    014|0|||Consider policy option
    015|0|||Acknowledge or claim responsibility
    016|-20|-50||Deny responsibility
    017|0|||Engage in symbolic act
    018|34|||Make empathetic comment
    019|34|||Express accord
    02|30|||APPEAL
    020|30|||Make an appeal or request
    021|34|||Appeal for material cooperation
    0211|34|||Appeal for economic cooperation
    0212|34|||Appeal for military cooperation
    0213|34|||Appeal for judicial cooperation
    0214|34|||Appeal for intelligence
    022|32|34||Appeal for diplomatic cooperation (such as policy support)
    023|34|||Appeal for aid
    0231|34|||Appeal for economic aid
    0232|34|||Appeal for military aid
    0233|34|||Appeal for humanitarian aid
    0234|34|||Appeal for military protection or peacekeeping
    024|-3|||Appeal for political reform
    0241|-3|||Appeal for change in leadership
    0242|-3|||Appeal for policy change
    0243|-3|||Appeal for rights
    0244|-3|||Appeal for change in institutions, regime
    025|-3|||Appeal to yield
    0251|-3|||Appeal for easing of administrative sanctions
    0252|-3|||Appeal for easing of political dissent
    0253|-3|||Appeal for release of persons or property
    0254|-3|||Appeal for easing of economic sanctions, boycott, or embargo
    0255|-3|||Appeal for target to allow international involvement (non-mediation)
    0256|-3|||Appeal for de-escalation of military engagement
    026|40|||Appeal to others to meet or negotiate
    027|40|||Appeal to others to settle dispute
    028|40|||Appeal to engage in or accept mediation
    03|40|||EXPRESS INTENT TO COOPERATE
    030|40||AGREE|Express intent to cooperate
    031|52||AGREE|Express intent to engage in material cooperation
    0311|52||AGREE|Express intent to cooperate economically
    0312|52||AGREE|Express intent to cooperate militarily
    0313|52||AGREE|Express intent to cooperate on judicial matters
    0314|52||AGREE|Express intent to cooperate on intelligence
    032|45||AGREE|Express intent to engage in diplomatic cooperation (such as policy support)
    033|52||AGREE|Express intent to provide material aid
    0331|52||AGREE|Express intent to provide economic aid
    0332|52||AGREE|Express intent to provide military aid
    0333|52||AGREE|Express intent to provide humanitarian aid
    0334|60||AGREE|Express intent to provide military protection or peacekeeping
    034|70||AGREE|Express intent to institute political reform
    0341|70||AGREE|Express intent to change leadership
    0342|70||AGREE|Express intent to change policy
    0343|70||AGREE|Express intent to provide rights
    0344|70||AGREE|Express intent to change institutions, regime
    035|70||AGREE|Express intent to yield
    0351|70||AGREE|Express intent to ease administrative sanctions
    0352|70||AGREE|Express intent to ease popular dissent
    0353|70||AGREE|Express intent to release persons or property
    0354|70||AGREE|Express intent to ease economic sanctions, boycott, or embargo
    0355|70||AGREE|Express intent to allow international involvement (non-mediation)
    0356|70||AGREE|Express intent to de-escalate military engagement
    036|40||AGREE|Express intent to meet or negotiate
    037|50||AGREE|Express intent to settle dispute
    038|70||AGREE|Express intent to accept mediation
    039|50||AGREE|Express intent to mediate
    04|10|||CONSULT
    040|10||CONSULT|Consult
    041|10||CONSULT|Discuss by telephone
    042|19||CONSULT|Make a visit
    043|28||CONSULT|Host a visit
    044|25||CONSULT|Meet at a 'third' location
    045|50||CONSULT|Mediate
    046|70||CONSULT|Engage in negotiation
    05|35|||ENGAGE IN DIPLOMATIC COOPERATION
    050|35||SUPPORT|Engage in diplomatic cooperation
    051|34||SUPPORT|Praise or endorse
    052|35||SUPPORT|Defend verbally
    053|38||SUPPORT|Rally support on behalf of
    054|60||SUPPORT|Grant diplomatic recognition
    055|70||SUPPORT|Apologize
    056|70||SUPPORT|Forgive
    057|80||SUPPORT|Sign formal agreement
    06|60|||ENGAGE IN MATERIAL COOPERATION
    060|60||COOPERATE|Engage in material cooperation
    061|64||COOPERATE|Cooperate economically
    062|74||COOPERATE|Cooperate militarily
    063|74||COOPERATE|Engage in judicial cooperation
    064|70||COOPERATE|Share intelligence or information
    07|70|||PROVIDE AID
    070|70||AID|Provide aid
    071|74||AID|Provide economic aid
    072|83||AID|Provide military aid
    073|74||AID|Provide humanitarian aid
    074|85||AID|Provide military protection or peacekeeping
    075|70||AID|Grant asylum
    08|50|||YIELD
    080|50||CONCEDE|Yield
    081|50||CONCEDE|Ease administrative sanctions
    0811|50||CONCEDE|Ease restrictions on political freedoms
    0812|50||CONCEDE|Ease ban on political parties or politicians
    0813|50||RETREAT|Ease curfew
    0814|50||RETREAT|Ease state of emergency or martial law
    082|50||CONCEDE|Ease political dissent
    083|50||CONCEDE|Accede to requests or demands for political reform
    0831|50||CONCEDE|Accede to demands for change in leadership
    0832|50||CONCEDE|Accede to demands for change in policy
    0833|50||CONCEDE|Accede to demands for rights
    0834|50||CONCEDE|Accede to demands for change in institutions, regime
    084|70||RETREAT|Return, release
    0841|70||RETREAT|Return, release person(s)
    0842|70||RETREAT|Return, release property
    085|70||RETREAT|Ease economic sanctions, boycott, embargo
    086|90||RETREAT|Allow international involvement
    0861|90||RETREAT|Receive deployment of peacekeepers
    0862|90||RETREAT|Receive inspectors
    0863|90||RETREAT|Allow humanitarian access
    087|90||RETREAT|De-escalate military engagement
    0871|90||RETREAT|Declare truce, ceasefire
    0872|90||RETREAT|Ease military blockade
    0873|90||RETREAT|Demobilize armed forces
    0874|100||RETREAT|Retreat or surrender militarily
    09|-20|||INVESTIGATE
    090|-20||ACCUSE|Investigate
    091|-20||ACCUSE|Investigate crime, corruption
    092|-20||ACCUSE|Investigate human rights abuses
    093|-20||ACCUSE|Investigate military action
    094|-20||ACCUSE|Investigate war crimes
    10|-50|||DEMAND
    100|-50||REQUEST|Demand
    101|-50||REQUEST|Demand material cooperation
    1011|-50||REQUEST|Demand economic cooperation
    1012|-50||REQUEST|Demand military cooperation
    1013|-50||REQUEST|Demand judicial cooperation
    1014|-50||REQUEST|Demand intelligence cooperation
    102|-50||REQUEST|Demand diplomatic cooperation (such as policy support)
    103|-50||REQUEST|Demand material aid
    1031|-50||REQUEST|Demand economic aid
    1032|-50||REQUEST|Demand military aid
    1033|-50||REQUEST|Demand humanitarian aid
    1034|-50||REQUEST|Demand military protection or peacekeeping
    104|-50||REQUEST|Demand political reform
    1041|-50||REQUEST|Demand change in leadership
    1042|-50||REQUEST|Demand policy change
    1043|-50||REQUEST|Demand rights
    1044|-50||REQUEST|Demand change in institutions, regime
    105|-50||REQUEST|Demand that target yields
    1051|-50||REQUEST|Demand easing of administrative sanctions
    1052|-50||REQUEST|Demand easing of political dissent
    1053|-50||REQUEST|Demand release of persons or property
    1054|-50||REQUEST|Demand easing of economic sanctions, boycott, or embargo
    1055|-50||REQUEST|Demand that target allows international involvement (non-mediation)
    1056|-50||REQUEST|Demand de-escalation of military engagement
    106|-50||REQUEST|Demand meeting, negotiation
    107|-50||REQUEST|Demand settling of dispute
    108|-50||REQUEST|Demand mediation
    11|-20|||DISAPPROVE
    110|-20||ACCUSE|Disapprove
    111|-20||ACCUSE|Criticize or denounce
    112|-20||ACCUSE|Accuse
    1121|-20||ACCUSE|Accuse of crime, corruption
    1122|-20||ACCUSE|Accuse of human rights abuses
    1123|-20||ACCUSE|Accuse of aggression
    1124|-20||ACCUSE|Accuse of war crimes
    1125|-20||ACCUSE|Accuse of espionage, treason
    113|-20||ACCUSE|Rally opposition against
    114|-20||ACCUSE|Complain officially
    115|-20||ACCUSE|Bring lawsuit against
    116|-20||ACCUSE|find guilty or liable (legally)
    12|-40|||REJECT
    120|-40||REJECT|Reject
    121|-40||REJECT|Reject material cooperation
    1211|-40||REJECT|Reject economic cooperation
    1212|-40||REJECT|Reject military cooperation
    1213||-40|REJECT|Reject judicial cooperation
    122|-40||REJECT|Reject request or demand for material aid
    1221|-40||REJECT|Reject request for economic aid
    1222|-40||REJECT|Reject request for military aid
    1223|-40||REJECT|Reject request for humanitarian aid
    1224|-40||REJECT|Reject request for military protection or peacekeeping
    123|-40||REJECT|Reject request or demand for political reform
    1231|-40||REJECT|Reject request for change in leadership
    1232|-40||REJECT|Reject request for policy change
    1233|-40||REJECT|Reject request for rights
    1234|-40||REJECT|Reject request for change in institutions, regime
    124|-40||REJECT|Refuse to yield
    1241|-40||REJECT|Refuse to ease administrative sanctions
    1242|-40||REJECT|Refuse to ease popular dissent
    1243|-40||REJECT|Refuse to release persons or property
    1244|-40||REJECT|Refuse to ease economic sanctions, boycott, or embargo
    1245|-40||REJECT|Refuse to allow international involvement (non mediation)
    1246|-40||REJECT|Refuse to de-escalate military engagement
    125|-50||REJECT|Reject proposal to meet, discuss, or negotiate
    126|-50||REJECT|Reject mediation
    127|-50||REJECT|Reject plan, agreement to settle dispute
    128|-50||REJECT|Defy norms, law
    129|-50||REJECT|Veto
    13|-60|||THREATEN
    130|-44||THREATEN|Threaten
    131|-58||THREATEN|Threaten non-force
    1311|-58||THREATEN|Threaten to reduce or stop aid
    1312|-58||THREATEN|Threaten with sanctions, boycott, embargo
    1313|-58||THREATEN|Threaten to reduce or break relations
    132|-58||THREATEN|Threaten with administrative sanctions
    1321|-58||THREATEN|Threaten with restrictions on political freedoms
    1322|-58||THREATEN|Threaten to ban political parties or politicians
    1323|-58||THREATEN|Threaten to impose curfew
    1324|-58||THREATEN|Threaten to impose state of emergency or martial law
    133|-58||THREATEN|Threaten with political dissent, protest
    134|-58||THREATEN|Threaten to halt negotiations
    135|-58||THREATEN|Threaten to halt mediation
    136|-70||THREATEN|Threaten to halt international involvement (non-mediation)
    137|-70||THREATEN|Threaten with repression
    138|-70||THREATEN|Threaten with military force
    1381|-70||THREATEN|Threaten blockade
    1382|-70||THREATEN|Threaten occupation
    1383|-70||THREATEN|Threaten unconventional violence
    1384|-70||THREATEN|Threaten conventional attack
    1385|-70||THREATEN|Threaten attack with WMD
    139|-70||THREATEN|Give ultimatum
    14|-65|||PROTEST
    140|-65||PROTEST|Engage in political dissent
    141|-65||PROTEST|Demonstrate or rally
    1411|-65||PROTEST|Demonstrate for leadership change
    1412|-65||PROTEST|Demonstrate for policy change
    1413|-65||PROTEST|Demonstrate for rights
    1414|-65||PROTEST|Demonstrate for change in institutions, regime
    142|-65||PROTEST|Conduct hunger strike
    1421|-65||PROTEST|Conduct hunger strike for leadership change
    1422|-65||PROTEST|Conduct hunger strike for policy change
    1423|-65||PROTEST|Conduct hunger strike for rights
    1424|-65||PROTEST|Conduct hunger strike for change in institutions, regime
    143|-65||PROTEST|Conduct strike or boycott
    1431|-65||PROTEST|Conduct strike or boycott for leadership change
    1432|-65||PROTEST|Conduct strike or boycott for policy change
    1433|-65||PROTEST|Conduct strike or boycott for rights
    1434|-65||PROTEST|Conduct strike or boycott for change in institutions, regime
    144|-75||PROTEST|Obstruct passage, block
    1441|-75||PROTEST|Obstruct passage to demand leadership change
    1442|-75||PROTEST|Obstruct passage to demand policy change
    1443|-75||PROTEST|Obstruct passage to demand rights
    1444|-75||PROTEST|Obstruct passage to demand change in institutions, regime
    145|-75||PROTEST|Protest violently, riot
    1451|-75||PROTEST|Engage in violent protest for leadership change
    1452|-75||PROTEST|Engage in violent protest for policy change
    1453|-75||PROTEST|Engage in violent protest for rights
    1454|-75||PROTEST|Engage in violent protest for change in institutions, regime
    15|-72|||EXHIBIT FORCE POSTURE
    150|-72||MOBILIZE|Demonstrate military or police power
    151|-72||MOBILIZE|Increase police alert status
    152|-72||MOBILIZE|Increase military alert status
    153|-72||MOBILIZE|Mobilize or increase police power
    154|-72||MOBILIZE|Mobilize or increase armed forces
    16|-40|||REDUCE RELATIONS
    160|-40||SANCTION|Reduce relations
    161|-40||SANCTION|Reduce or break diplomatic relations
    162|-56||SANCTION|Reduce or stop material aid
    1621|-56||SANCTION|Reduce or stop economic assistance
    1622|-56||SANCTION|Reduce or stop military assistance
    1623|-56||SANCTION|Reduce or stop humanitarian assistance
    163|-80||COERCE|Impose embargo, boycott, or sanctions
    164|-70|-65|SANCTION|Halt negotiations
    165|-65|-70|SANCTION|Halt mediation
    166|-70||SANCTION|Expel or withdraw
    1661|-70||SANCTION|Expel or withdraw peacekeepers
    1662|-70||SANCTION|Expel or withdraw inspectors, observers
    1663|-70||SANCTION|Expel or withdraw aid agencies
    17|-70|||COERCE
    170|-70||COERCE|Coerce
    171|-92||COERCE|Seize or damage property
    1711|-92||COERCE|Confiscate property
    1712|-92||ASSAULT|Destroy property
    172|-50||COERCE|Impose administrative sanctions
    1721|-50||COERCE|Impose restrictions on political freedoms
    1722|-50||COERCE|Ban political parties or politicians
    1723|-50||COERCE|Impose curfew
    1724|-50||COERCE|Impose state of emergency or martial law
    173|-50||COERCE|Arrest, detain, or charge with legal action
    174|-50||COERCE|Expel or deport individuals
    175|-90||ASSAULT|Use tactics of violent repression
    18|-90|||ASSAULT
    180|-90||ASSAULT|Use unconventional violence
    181|-90||ASSAULT|Abduct, hijack, or take hostage
    182|-95||ASSAULT|Physically assault
    1821|-90||ASSAULT|Sexually assault
    1822|-90||ASSAULT|Torture
    1823|-100||ASSAULT|Kill by physical assault
    183|-100||ASSAULT|Conduct suicide, car, or other non-military bombing
    1831|-100||ASSAULT|Carry out suicide bombing
    1832|-100||ASSAULT|Carry out car bombing
    1833|-100||ASSAULT|Carry out roadside bombing
    184|-80||ASSAULT|Use as human shield
    185|-80||ASSAULT|Attempt to assassinate
    186|-100||ASSAULT|Assassinate
    19|-100|||FIGHT
    190|-100||ASSAULT|Use conventional military force
    191|-95||COERCE|Impose blockade, restrict movement
    192|-95||COERCE|Occupy territory
    193|-100||ASSAULT|fight with small arms and light weapons
    194|-100||ASSAULT|fight with artillery and tanks
    195|-100||ASSAULT|Employ aerial weapons
    196|-95||ASSAULT|Violate ceasefire
    20|-100|||USE UNCONVENTIONAL MASS VIOLENCE
    200|-100||ASSAULT|Use unconventional mass violence
    201|-95||ASSAULT|Engage in mass expulsion
    202|-100||ASSAULT|Engage in mass killings
    203|-100||ASSAULT|Engage in ethnic cleansing
    204|-100||ASSAULT|Use weapons of mass destruction
    2041|-100||ASSAULT|Use chemical, biological, or radiological weapons
    2042|-100||ASSAULT|Detonate nuclear weapons
    """
}
