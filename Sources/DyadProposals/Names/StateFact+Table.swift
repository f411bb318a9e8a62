extension StateFact {
  /// Code, names, adjectives and people, capitals.
  ///
  /// Codes and names are those of ISO 3166-1 and of the territories of the Unicode CLDR; adjectives and capitals are facts that The World
  /// Factbook, which is in the public domain, lists for each state. Capitals are those that texts use for a government.
  static let table = """
    AFG|Afghanistan|Afghan,Afghans|Kabul
    ALB|Albania|Albanian,Albanians|Tirana
    DZA|Algeria|Algerian,Algerians|Algiers
    AND|Andorra|Andorran,Andorrans|
    AGO|Angola|Angolan,Angolans|Luanda
    ATG|Antigua and Barbuda|Antiguan,Antiguans|
    ARG|Argentina|Argentine,Argentinian,Argentines|Buenos Aires
    ARM|Armenia|Armenian,Armenians|Yerevan
    AUS|Australia|Australian,Australians|Canberra
    AUT|Austria|Austrian,Austrians|Vienna
    AZE|Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
    BHS|Bahamas|Bahamian,Bahamians|Nassau
    BHR|Bahrain|Bahraini,Bahrainis|Manama
    BGD|Bangladesh|Bangladeshi,Bangladeshis|Dhaka
    BRB|Barbados|Barbadian,Barbadians|Bridgetown
    BLR|Belarus|Belarusian,Belarusians|Minsk
    BEL|Belgium|Belgian,Belgians|Brussels
    BLZ|Belize|Belizean,Belizeans|Belmopan
    BEN|Benin|Beninese|Porto-Novo
    BTN|Bhutan|Bhutanese|Thimphu
    BOL|Bolivia|Bolivian,Bolivians|La Paz
    BIH|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
    BWA|Botswana|Botswanan|Gaborone
    BRA|Brazil|Brazilian,Brazilians|Brasilia
    BRN|Brunei|Bruneian|
    BGR|Bulgaria|Bulgarian,Bulgarians|Sofia
    BFA|Burkina Faso|Burkinabe|Ouagadougou
    BDI|Burundi|Burundian,Burundians|Gitega
    KHM|Cambodia|Cambodian,Cambodians|Phnom Penh
    CMR|Cameroon|Cameroonian,Cameroonians|Yaounde
    CAN|Canada|Canadian,Canadians|Ottawa
    CPV|Cape Verde|Cape Verdean|Praia
    CAF|Central African Republic|Central African|Bangui
    TCD|Chad|Chadian,Chadians|N'Djamena
    CHL|Chile|Chilean,Chileans|Santiago
    CHN|China|Chinese|Beijing
    COL|Colombia|Colombian,Colombians|Bogota
    COM|Comoros|Comorian|Moroni
    COG|Republic of the Congo|Congolese|Brazzaville
    COD|Democratic Republic of the Congo,DR Congo||Kinshasa
    CRI|Costa Rica|Costa Rican,Costa Ricans|San Jose
    CIV|Ivory Coast|Ivorian,Ivorians|Yamoussoukro
    HRV|Croatia|Croatian,Croatians,Croat,Croats|Zagreb
    CUB|Cuba|Cuban,Cubans|Havana
    CYP|Cyprus|Cypriot,Cypriots|Nicosia
    CZE|Czechia,Czech Republic|Czech,Czechs|Prague
    DNK|Denmark|Danish,Danes|Copenhagen
    DJI|Djibouti|Djiboutian|
    DMA|Dominica||Roseau
    DOM|Dominican Republic|Dominican,Dominicans|Santo Domingo
    ECU|Ecuador|Ecuadorian,Ecuadorians|Quito
    EGY|Egypt|Egyptian,Egyptians|Cairo
    SLV|El Salvador|Salvadoran,Salvadorans|San Salvador
    GNQ|Equatorial Guinea|Equatorial Guinean|Malabo
    ERI|Eritrea|Eritrean,Eritreans|Asmara
    EST|Estonia|Estonian,Estonians|Tallinn
    SWZ|Eswatini|Swazi|Mbabane
    ETH|Ethiopia|Ethiopian,Ethiopians|Addis Ababa
    FJI|Fiji|Fijian,Fijians|Suva
    FIN|Finland|Finnish,Finns|Helsinki
    FRA|France|French|Paris
    GAB|Gabon|Gabonese|Libreville
    GMB|Gambia|Gambian,Gambians|Banjul
    GEO|Georgia|Georgian,Georgians|Tbilisi
    DEU|Germany|German,Germans|Berlin
    GHA|Ghana|Ghanaian,Ghanaians|Accra
    GRC|Greece|Greek,Greeks|Athens
    GRD|Grenada|Grenadian|
    GTM|Guatemala|Guatemalan,Guatemalans|Guatemala City
    GIN|Guinea|Guinean,Guineans|Conakry
    GNB|Guinea-Bissau||Bissau
    GUY|Guyana|Guyanese|Georgetown
    HTI|Haiti|Haitian,Haitians|Port-au-Prince
    HND|Honduras|Honduran,Hondurans|Tegucigalpa
    HUN|Hungary|Hungarian,Hungarians|Budapest
    ISL|Iceland|Icelandic,Icelanders|Reykjavik
    IND|India|Indian,Indians|New Delhi,Delhi
    IDN|Indonesia|Indonesian,Indonesians|Jakarta
    IRN|Iran|Iranian,Iranians|Tehran
    IRQ|Iraq|Iraqi,Iraqis|Baghdad
    IRL|Ireland|Irish|Dublin
    ISR|Israel|Israeli,Israelis|Tel Aviv
    ITA|Italy|Italian,Italians|Rome
    JAM|Jamaica|Jamaican,Jamaicans|
    JPN|Japan|Japanese|Tokyo
    JOR|Jordan|Jordanian,Jordanians|Amman
    KAZ|Kazakhstan|Kazakh,Kazakhs|Astana
    KEN|Kenya|Kenyan,Kenyans|Nairobi
    KIR|Kiribati||Tarawa
    PRK|North Korea|North Korean,North Koreans|Pyongyang
    KOR|South Korea|South Korean,South Koreans|Seoul
    KWT|Kuwait|Kuwaiti,Kuwaitis|
    KGZ|Kyrgyzstan|Kyrgyz|Bishkek
    LAO|Laos|Lao,Laotian,Laotians|Vientiane
    LVA|Latvia|Latvian,Latvians|Riga
    LBN|Lebanon|Lebanese|Beirut
    LSO|Lesotho|Basotho|Maseru
    LBR|Liberia|Liberian,Liberians|Monrovia
    LBY|Libya|Libyan,Libyans|Tripoli
    LIE|Liechtenstein||Vaduz
    LTU|Lithuania|Lithuanian,Lithuanians|Vilnius
    LUX|Luxembourg|Luxembourgish|
    MDG|Madagascar|Malagasy|Antananarivo
    MWI|Malawi|Malawian,Malawians|Lilongwe
    MYS|Malaysia|Malaysian,Malaysians|Kuala Lumpur
    MDV|Maldives|Maldivian,Maldivians|Male
    MLI|Mali|Malian,Malians|Bamako
    MLT|Malta|Maltese|Valletta
    MHL|Marshall Islands|Marshallese|Majuro
    MRT|Mauritania|Mauritanian,Mauritanians|Nouakchott
    MUS|Mauritius|Mauritian,Mauritians|Port Louis
    MEX|Mexico|Mexican,Mexicans|Mexico City
    FSM|Micronesia|Micronesian|Palikir
    MDA|Moldova|Moldovan,Moldovans|Chisinau
    MCO|Monaco|Monegasque|
    MNG|Mongolia|Mongolian,Mongolians|Ulaanbaatar
    MNE|Montenegro|Montenegrin,Montenegrins|Podgorica
    MAR|Morocco|Moroccan,Moroccans|Rabat
    MOZ|Mozambique|Mozambican,Mozambicans|Maputo
    MMR|Myanmar,Burma|Burmese|Naypyidaw
    NAM|Namibia|Namibian,Namibians|Windhoek
    NRU|Nauru|Nauruan|
    NPL|Nepal|Nepali,Nepalese|Kathmandu
    NLD|Netherlands|Dutch|The Hague,Amsterdam
    NZL|New Zealand|New Zealander,New Zealanders|Wellington
    NIC|Nicaragua|Nicaraguan,Nicaraguans|Managua
    NER|Niger|Nigerien,Nigeriens|Niamey
    NGA|Nigeria|Nigerian,Nigerians|Abuja
    MKD|North Macedonia,Macedonia|Macedonian,Macedonians|Skopje
    NOR|Norway|Norwegian,Norwegians|Oslo
    OMN|Oman|Omani,Omanis|Muscat
    PAK|Pakistan|Pakistani,Pakistanis|Islamabad
    PLW|Palau|Palauan|
    PSE|Palestine|Palestinian,Palestinians|Ramallah
    PAN|Panama|Panamanian,Panamanians|Panama City
    PNG|Papua New Guinea|Papua New Guinean|Port Moresby
    PRY|Paraguay|Paraguayan,Paraguayans|Asuncion
    PER|Peru|Peruvian,Peruvians|Lima
    PHL|Philippines|Philippine,Filipino,Filipinos|Manila
    POL|Poland|Polish,Poles|Warsaw
    PRT|Portugal|Portuguese|Lisbon
    QAT|Qatar|Qatari,Qataris|Doha
    ROU|Romania|Romanian,Romanians|Bucharest
    RUS|Russia|Russian,Russians|Moscow
    RWA|Rwanda|Rwandan,Rwandans|Kigali
    WSM|Samoa|Samoan,Samoans|Apia
    SAU|Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh
    SEN|Senegal|Senegalese|Dakar
    SRB|Serbia|Serbian,Serbians,Serb,Serbs|Belgrade
    SYC|Seychelles|Seychellois|Victoria
    SLE|Sierra Leone|Sierra Leonean|Freetown
    SGP|Singapore|Singaporean,Singaporeans|
    SVK|Slovakia|Slovak,Slovaks|Bratislava
    SVN|Slovenia|Slovenian,Slovenians,Slovene|Ljubljana
    SLB|Solomon Islands||Honiara
    SOM|Somalia|Somali,Somalis|Mogadishu
    ZAF|South Africa|South African,South Africans|Pretoria
    SSD|South Sudan|South Sudanese|Juba
    ESP|Spain|Spanish,Spaniards|Madrid
    LKA|Sri Lanka|Sri Lankan,Sri Lankans|Colombo
    SDN|Sudan|Sudanese|Khartoum
    SUR|Suriname|Surinamese|Paramaribo
    SWE|Sweden|Swedish,Swedes|Stockholm
    CHE|Switzerland|Swiss|Bern
    SYR|Syria|Syrian,Syrians|Damascus
    TWN|Taiwan|Taiwanese|Taipei
    TJK|Tajikistan|Tajik,Tajiks|Dushanbe
    TZA|Tanzania|Tanzanian,Tanzanians|Dodoma
    THA|Thailand|Thai,Thais|Bangkok
    TLS|East Timor,Timor-Leste|Timorese|Dili
    TGO|Togo|Togolese|Lome
    TON|Tonga|Tongan,Tongans|
    TTO|Trinidad and Tobago|Trinidadian,Trinidadians|Port of Spain
    TUN|Tunisia|Tunisian,Tunisians|Tunis
    TUR|Turkey,Türkiye|Turkish,Turks|Ankara
    TKM|Turkmenistan|Turkmen|Ashgabat
    TUV|Tuvalu|Tuvaluan|Funafuti
    UGA|Uganda|Ugandan,Ugandans|Kampala
    UKR|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
    ARE|United Arab Emirates,UAE|Emirati,Emiratis|Abu Dhabi
    GBR|United Kingdom,UK,Britain,Great Britain|British,Britons|London
    USA|United States,US,U.S.,United States of America,America|American,Americans|Washington
    URY|Uruguay|Uruguayan,Uruguayans|Montevideo
    UZB|Uzbekistan|Uzbek,Uzbeks|Tashkent
    VUT|Vanuatu|Vanuatuan|Port Vila
    VAT|Holy See,Vatican||
    VEN|Venezuela|Venezuelan,Venezuelans|Caracas
    VNM|Vietnam|Vietnamese|Hanoi
    YEM|Yemen|Yemeni,Yemenis|Sanaa,Sana'a
    ZMB|Zambia|Zambian,Zambians|Lusaka
    ZWE|Zimbabwe|Zimbabwean,Zimbabweans|Harare
    """
}
