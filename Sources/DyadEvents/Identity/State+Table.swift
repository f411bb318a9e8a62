extension State {
  /// All states and territories, a line each, as of 2016 for the ends of membership.
  ///
  /// ISO 3166-1 alpha-3 or the code of a historic state (ISO 3166-3, or the abbreviation of Correlates of War), alpha-2,
  /// numeric, COW, Gleditsch-Ward, CAMEO where it differs, FIPS 10-4, membership in the state system, name. Codes and
  /// dates are facts; they are those of ISO, of COW's list of states (2016) and of Gleditsch and Ward's.
  static let table = """
    ABW|AW|533||||AA|-|Aruba
    AFG|AF|004|700|700||AF|1919-08-08..|Afghanistan
    AGO|AO|024|540|540||AO|1975-11-11..|Angola
    AIA|AI|660||||AV|-|Anguilla
    ALA|AX|248|||||-|Åland Islands
    ALB|AL|008|339|339||AL|1914-01-01..1939-04-07,1944-11-17..|Albania
    AND|AD|020|232|232||AN|1993-07-28..|Andorra
    ARE|AE|784|696|696||AE|1971-12-02..|United Arab Emirates
    ARG|AR|032|160|160||AR|1841-01-01..|Argentina
    ARM|AM|051|371|371||AM|1991-12-26..|Armenia
    ASC|AC||||||-|Ascension Island
    ASM|AS|016||||AQ|-|American Samoa
    ATA|AQ|010||||AY|-|Antarctica
    ATF|TF|260||||FS|-|French Southern Territories
    ATG|AG|028|58|58||AC|1981-11-01..|Antigua and Barbuda
    AUS|AU|036|900|900||AS|1920-01-10..|Australia
    AUT|AT|040|305|305||AU|1919-09-10..1938-03-13,1955-07-27..|Austria
    AZE|AZ|031|373|373||AJ|1991-12-26..|Azerbaijan
    BDI|BI|108|516|516||BY|1962-07-01..|Burundi
    BEL|BE|056|211|211||BE|1830-12-20..1940-05-28,1945-06-26..|Belgium
    BEN|BJ|204|434|434||BN|1960-08-01..|Benin
    BES|BQ|535|||||-|Bonaire, Sint Eustatius and Saba
    BFA|BF|854|439|439||UV|1960-08-05..|Burkina Faso
    BGD|BD|050|771|771||BG|1971-12-16..|Bangladesh
    BGR|BG|100|355|355||BU|1908-10-05..|Bulgaria
    BHR|BH|048|692|692||BA|1971-08-15..|Bahrain
    BHS|BS|044|31|31||BF|1973-07-10..|Bahamas
    BIH|BA|070|346|346||BK|1992-04-07..|Bosnia and Herzegovina
    BLM|BL|652||||TB|-|Saint Barthélemy
    BLR|BY|112|370|370||BO|1991-12-26..|Belarus
    BLZ|BZ|084|80|80||BH|1981-09-21..|Belize
    BMU|BM|060||||BD|-|Bermuda
    BOL|BO|068|145|145||BL|1848-01-01..|Bolivia
    BRA|BR|076|140|140||BR|1822-09-07..|Brazil
    BRB|BB|052|53|53||BB|1966-11-30..|Barbados
    BRN|BN|096|835|835||BX|1984-01-01..|Brunei
    BTN|BT|064|760|760||BT|1971-09-21..|Bhutan
    BVT|BV|074||||BV|-|Bouvet Island
    BWA|BW|072|571|571||BC|1966-09-30..|Botswana
    CAF|CF|140|482|482||CT|1960-08-13..|Central African Republic
    CAN|CA|124|20|20||CA|1920-01-10..|Canada
    CCK|CC|166||||CK|-|Cocos (Keeling) Islands
    CHE|CH|756|225|225||SZ|1816-01-01..|Switzerland
    CHL|CL|152|155|155||CI|1839-01-01..|Chile
    CHN|CN|156|710|710||CH|1860-10-25..|China
    CIV|CI|384|437|437||IV|1960-08-07..|Côte d'Ivoire
    CMR|CM|120|471|471||CM|1960-01-01..|Cameroon
    COD|CD|180|490|490||CG|1960-06-30..|DR Congo
    COG|CG|178|484|484||CF|1960-08-15..|Congo-Brazzaville
    COK|CK|184||||CW|-|Cook Islands
    COL|CO|170|100|100||CO|1831-01-01..|Colombia
    COM|KM|174|581|581||CN|1975-12-31..|Comoros
    CPT|CP||||||-|Clipperton Island
    CPV|CV|132|402|402||CV|1975-07-05..|Cape Verde
    CRI|CR|188|94|94||CS|1920-01-01..|Costa Rica
    CRQ|CQ||||||-|Sark
    CUB|CU|192|40|40||CU|1902-05-20..1906-09-25,1909-01-23..|Cuba
    CUW|CW|531||||UC|-|Curaçao
    CXR|CX|162||||KT|-|Christmas Island
    CYB|IP||||||-|Cyberspace
    CYM|KY|136||||CJ|-|Cayman Islands
    CYP|CY|196|352|352||CY|1960-08-16..|Cyprus
    CZE|CZ|203|316|316||EZ|1993-01-01..|Czechia
    DEU|DE|276|255|260||GM|1816-01-01..1945-05-08,1955-05-05..|Germany
    DGA|DG||||||-|Diego Garcia
    DJI|DJ|262|522|522||DJ|1977-06-27..|Djibouti
    DMA|DM|212|54|54||DO|1978-11-03..|Dominica
    DNK|DK|208|390|390||DA|1816-01-01..1940-04-09,1945-05-07..|Denmark
    DOM|DO|214|42|42||DR|1894-01-01..1916-11-29,1924-09-29..|Dominican Republic
    DZA|DZ|012|615|615||AG|1962-07-05..|Algeria
    ECU|EC|218|130|130||EC|1854-01-01..|Ecuador
    EGY|EG|818|651|651||EG|1855-01-01..1882-09-15,1937-05-26..|Egypt
    ERI|ER|232|531|531||ER|1993-05-24..|Eritrea
    ESH|EH|732||||WI|-|Western Sahara
    ESP|ES|724|230|230||SP|1816-01-01..|Spain
    EST|EE|233|366|366||EN|1918-02-24..1940-06-16,1991-09-06..|Estonia
    ETH|ET|231|530|530||ET|1898-01-01..1936-05-05,1941-05-05..|Ethiopia
    FIN|FI|246|375|375||FI|1917-12-06..|Finland
    FJI|FJ|242|950|950||FJ|1970-10-10..|Fiji
    FLK|FK|238||||FK|-|Falkland Islands
    FRA|FR|250|220|220||FR|1816-01-01..1942-11-11,1944-08-25..|France
    FRO|FO|234||||FO|-|Faroe Islands
    FSM|FM|583|987|987||FM|1991-09-17..|Micronesia
    GAB|GA|266|481|481||GB|1960-08-17..|Gabon
    GBR|GB|826|200|200||UK|1816-01-01..|United Kingdom
    GEO|GE|268|372|372||GG|1991-12-26..|Georgia
    GGY|GG|831||||GK|-|Guernsey
    GHA|GH|288|452|452||GH|1957-03-06..|Ghana
    GIB|GI|292||||GI|-|Gibraltar
    GIN|GN|324|438|438||GV|1958-10-02..|Guinea
    GLP|GP|312||||GP|-|Guadeloupe
    GMB|GM|270|420|420||GA|1965-02-18..|Gambia
    GNB|GW|624|404|404||PU|1974-09-10..|Guinea-Bissau
    GNQ|GQ|226|411|411||EK|1968-10-12..|Equatorial Guinea
    GRC|GR|300|350|350||GR|1828-01-01..1941-04-23,1944-10-13..|Greece
    GRD|GD|308|55|55||GJ|1974-02-07..|Grenada
    GRL|GL|304||||GL|-|Greenland
    GTM|GT|320|90|90||GT|1868-01-01..|Guatemala
    GUF|GF|254||||FG|-|French Guiana
    GUM|GU|316||||GQ|-|Guam
    GUY|GY|328|110|110||GY|1966-05-26..|Guyana
    HKG|HK|344||||HK|-|Hong Kong SAR
    HMD|HM|334||||HM|-|Heard and McDonald Islands
    HND|HN|340|91|91||HO|1899-01-01..|Honduras
    HRV|HR|191|344|344||HR|1992-01-15..|Croatia
    HTI|HT|332|41|41||HA|1859-01-01..1915-07-28,1934-08-15..|Haiti
    HUN|HU|348|310|310||HU|1918-11-16..|Hungary
    IDN|ID|360|850|850||ID|1949-12-27..|Indonesia
    IMN|IM|833||||IM|-|Isle of Man
    IND|IN|356|750|750||IN|1947-08-15..|India
    IOT|IO|086||||IO|-|British Indian Ocean Territory
    IRL|IE|372|205|205||EI|1922-12-06..|Ireland
    IRN|IR|364|630|630||IR|1855-01-01..|Iran
    IRQ|IQ|368|645|645||IZ|1932-10-03..|Iraq
    ISL|IS|352|395|395||IC|1944-06-17..|Iceland
    ISR|IL|376|666|666||IS|1948-05-14..|Israel
    ITA|IT|380|325|325||IT|1816-01-01..|Italy
    JAM|JM|388|51|51||JM|1962-08-06..|Jamaica
    JEY|JE|832||||JE|-|Jersey
    JOR|JO|400|663|663||JO|1946-03-22..|Jordan
    JPN|JP|392|740|740||JA|1860-01-01..1945-08-14,1952-04-28..|Japan
    KAZ|KZ|398|705|705||KZ|1991-12-26..|Kazakhstan
    KEN|KE|404|501|501||KE|1963-12-12..|Kenya
    KGZ|KG|417|703|703||KG|1991-12-26..|Kyrgyzstan
    KHM|KH|116|811|811||CB|1953-11-09..|Cambodia
    KIR|KI|296|946|970||KR|1999-09-14..|Kiribati
    KNA|KN|659|60|60||SC|1983-09-19..|Saint Kitts and Nevis
    KOR|KR|410|732|732||KS|1949-06-29..|South Korea
    KWT|KW|414|690|690||KU|1961-06-19..|Kuwait
    LAO|LA|418|812|812||LA|1953-10-23..|Laos
    LBN|LB|422|660|660||LE|1946-03-10..|Lebanon
    LBR|LR|430|450|450||LI|1920-06-30..|Liberia
    LBY|LY|434|620|620||LY|1951-12-24..|Libya
    LCA|LC|662|56|56||ST|1979-02-22..|Saint Lucia
    LIE|LI|438|223|223||LS|1990-09-18..|Liechtenstein
    LKA|LK|144|780|780||CE|1948-02-04..|Sri Lanka
    LSO|LS|426|570|570||LT|1966-10-04..|Lesotho
    LTU|LT|440|368|368||LH|1918-02-16..1940-06-15,1991-09-06..|Lithuania
    LUX|LU|442|212|212||LU|1920-11-15..1940-05-10,1944-09-10..|Luxembourg
    LVA|LV|428|367|367||LG|1918-11-18..1940-06-16,1991-09-06..|Latvia
    MAC|MO|446||||MC|-|Macao SAR
    MAF|MF|663||||RN|-|Saint Martin
    MAR|MA|504|600|600||MO|1847-01-01..1912-03-30,1956-03-02..|Morocco
    MCO|MC|492|221|221||MN|1993-05-28..|Monaco
    MDA|MD|498|359|359||MD|1991-12-26..|Moldova
    MDG|MG|450|580|580||MA|1960-06-26..|Madagascar
    MDV|MV|462|781|781||MV|1965-07-26..|Maldives
    MEX|MX|484|70|70||MX|1831-01-01..|Mexico
    MHL|MH|584|983|983||RM|1991-09-17..|Marshall Islands
    MKD|MK|807|343|343||MK|1993-04-08..|North Macedonia
    MLI|ML|466|432|432||ML|1960-06-20..|Mali
    MLT|MT|470|338|338||MT|1964-09-21..|Malta
    MMR|MM|104|775|775||BM|1948-01-04..|Myanmar
    MNE|ME|499|341|341|MTN|MJ|2006-06-12..|Montenegro
    MNG|MN|496|712|712||MG|1921-03-13..|Mongolia
    MNP|MP|580||||CQ|-|Northern Mariana Islands
    MOZ|MZ|508|541|541||MZ|1975-06-25..|Mozambique
    MRT|MR|478|435|435||MR|1960-11-28..|Mauritania
    MSR|MS|500||||MH|-|Montserrat
    MTQ|MQ|474||||MB|-|Martinique
    MUS|MU|480|590|590||MP|1968-03-12..|Mauritius
    MWI|MW|454|553|553||MI|1964-07-06..|Malawi
    MYS|MY|458|820|820||MY|1957-08-31..|Malaysia
    MYT|YT|175||||MF|-|Mayotte
    NAM|NA|516|565|565||WA|1990-03-21..|Namibia
    NCL|NC|540||||NC|-|New Caledonia
    NER|NE|562|436|436||NG|1960-10-03..|Niger
    NFK|NF|574||||NF|-|Norfolk Island
    NGA|NG|566|475|475||NI|1960-10-01..|Nigeria
    NIC|NI|558|93|93||NU|1900-01-01..|Nicaragua
    NIU|NU|570||||NE|-|Niue
    NLD|NL|528|210|210||NL|1816-01-01..1940-07-14,1945-06-26..|Netherlands
    NOR|NO|578|385|385||NO|1905-06-07..1940-04-30,1945-05-07..|Norway
    NPL|NP|524|790|790||NP|1920-01-01..|Nepal
    NRU|NR|520|970|971||NR|1999-09-14..|Nauru
    NZL|NZ|554|920|920||NZ|1920-01-10..|New Zealand
    OMN|OM|512|698|698||MU|1971-10-07..|Oman
    PAK|PK|586|770|770||PK|1947-08-14..|Pakistan
    PAN|PA|591|95|95||PM|1903-11-03..|Panama
    PCN|PN|612||||PC|-|Pitcairn
    PER|PE|604|135|135||PE|1839-01-01..|Peru
    PHL|PH|608|840|840||RP|1946-07-04..|Philippines
    PLW|PW|585|986|986||PS|1994-12-15..|Palau
    PNG|PG|598|910|910||PP|1975-09-16..|Papua New Guinea
    POL|PL|616|290|290||PL|1918-11-03..1939-09-27,1945-06-28..|Poland
    PRI|PR|630||||RQ|-|Puerto Rico
    PRK|KP|408|731|731||KN|1948-09-09..|North Korea
    PRT|PT|620|235|235||PO|1816-01-01..|Portugal
    PRY|PY|600|150|150||PA|1846-01-01..1870-06-20,1876-06-22..|Paraguay
    PSE|PS|275||||WE|-|Palestine
    PYF|PF|258||||FP|-|French Polynesia
    QAT|QA|634|694|694||QA|1971-09-03..|Qatar
    REU|RE|638||||RE|-|Réunion
    ROU|RO|642|360|360|ROM|RO|1878-07-13..|Romania
    RUS|RU|643|365|365||RS|1816-01-01..1922-12-29,1991-12-26..|Russia
    RWA|RW|646|517|517||RW|1962-07-01..|Rwanda
    SAU|SA|682|670|670||SA|1927-05-20..|Saudi Arabia
    SDN|SD|729|625|625||SU|1956-01-01..|Sudan
    SEN|SN|686|433|433||SG|1960-08-20..|Senegal
    SGP|SG|702|830|830||SN|1965-08-09..|Singapore
    SGS|GS|239||||SX|-|South Georgia and the South Sandwich Islands
    SHN|SH|654||||SH|-|Saint Helena, Ascension and Tristan da Cunha
    SJM|SJ|744||||SV|-|Svalbard and Jan Mayen
    SLB|SB|090|940|940||BP|1978-07-07..|Solomon Islands
    SLE|SL|694|451|451||SL|1961-04-27..|Sierra Leone
    SLV|SV|222|92|92||ES|1875-01-01..|El Salvador
    SMR|SM|674|331|331||SM|1992-03-02..|San Marino
    SOM|SO|706|520|520||SO|1960-07-01..|Somalia
    SPM|PM|666||||SB|-|Saint Pierre and Miquelon
    SRB|RS|688|345|340||RI|1878-07-13..1918-11-30,2006-06-05..|Serbia
    SSD|SS|728|626|626||OD|2011-07-09..|South Sudan
    STP|ST|678|403|403||TP|1975-07-12..|São Tomé and Príncipe
    SUR|SR|740|115|115||NS|1975-11-25..|Suriname
    SVK|SK|703|317|317||LO|1993-01-01..|Slovakia
    SVN|SI|705|349|349||SI|1992-01-15..|Slovenia
    SWE|SE|752|380|380||SW|1816-01-01..|Sweden
    SWZ|SZ|748|572|572||WZ|1968-09-06..|Eswatini
    SXM|SX|534||||NN|-|Sint Maarten
    SYC|SC|690|591|591||SE|1976-06-29..|Seychelles
    SYR|SY|760|652|652||SY|1946-04-17..1958-02-01,1961-09-29..|Syria
    TCA|TC|796||||TK|-|Turks and Caicos Islands
    TCD|TD|148|483|483||CD|1960-08-11..|Chad
    TGO|TG|768|461|461||TO|1960-04-27..|Togo
    THA|TH|764|800|800||TH|1887-01-01..|Thailand
    TJK|TJ|762|702|702||TI|1991-12-26..|Tajikistan
    TKL|TK|772||||TL|-|Tokelau
    TKM|TM|795|701|701||TX|1991-12-26..|Turkmenistan
    TLS|TL|626|860|860|TMP|TT|2002-09-27..|Timor-Leste
    TON|TO|776|955|972||TN|1999-09-14..|Tonga
    TTO|TT|780|52|52||TD|1962-08-31..|Trinidad and Tobago
    TUN|TN|788|616|616||TS|1825-01-01..1881-05-12,1956-03-20..|Tunisia
    TUR|TR|792|640|640||TU|1816-01-01..|Türkiye
    TUV|TV|798|947|973||TV|2000-09-05..|Tuvalu
    TWN|TW|158|713|713||TW|1949-12-08..|Taiwan
    TZA|TZ|834|510|510||TZ|1961-12-09..|Tanzania
    UGA|UG|800|500|500||UG|1962-10-09..|Uganda
    UKR|UA|804|369|369||UP|1991-12-26..|Ukraine
    UMI|UM|581|||||-|U.S. Outlying Islands
    URY|UY|858|165|165||UY|1882-01-01..|Uruguay
    USA|US|840|2|2||US|1816-01-01..|United States
    UZB|UZ|860|704|704||UZ|1991-12-26..|Uzbekistan
    VAT|VA|336||||VT|-|Holy See
    VCT|VC|670|57|57||VC|1979-10-27..|Saint Vincent and the Grenadines
    VEN|VE|862|101|101||VE|1841-01-01..|Venezuela
    VGB|VG|092||||VI|-|British Virgin Islands
    VIR|VI|850||||VQ|-|U.S. Virgin Islands
    VNM|VN|704|816|816||VM|1954-07-21..|Vietnam
    VUT|VU|548|935|935||NH|1981-09-15..|Vanuatu
    WLF|WF|876||||WF|-|Wallis and Futuna
    WSM|WS|882|990|990||WS|1976-12-15..|Samoa
    XKX|XK||347|347||KV|2008-02-20..|Kosovo
    YEM|YE|887|679|678||YM|1926-09-02..|Yemen
    ZAF|ZA|710|560|560||SF|1920-01-10..|South Africa
    ZMB|ZM|894|551|551||ZA|1964-10-24..|Zambia
    ZWE|ZW|716|552|552||ZI|1965-11-11..|Zimbabwe
    SUN|SU|810|||||1922-12-30..1991-12-25|Soviet Union
    YUG|YU|891|||||1918-12-01..1941-04-20,1944-10-20..2003-02-03|Yugoslavia
    SCG|CS||||||2003-02-04..2006-06-04|Serbia and Montenegro
    CSK||200|315|315|||1918-10-28..1939-03-15,1945-05-10..1992-12-31|Czechoslovakia
    DDR|DD|278|265|265|||1954-03-25..1990-10-02|German Democratic Republic
    YMD|YD|720|680|680|||1967-11-30..1990-05-21|Yemen People's Republic
    ANT|AN|530||||NT|1954-12-15..2010-10-09|Netherlands Antilles
    HAN|||240|240|||1837-06-20..1866-07-26|Hanover
    BAV|||245|245|||1816-01-01..1871-01-18|Bavaria
    BAD|||267|267|||1816-01-01..1871-01-18|Baden
    SAX|||269|269|||1816-01-01..1867-04-17|Saxony
    WRT|||271|271|||1816-01-01..1871-01-18|Wuerttemburg
    HSE|||273|273|||1816-01-01..1866-07-26|Hesse Electoral
    HSG|||275|275|||1816-01-01..1867-04-17|Hesse Grand Ducal
    MEC|||280|280|||1843-01-01..1867-04-17|Mecklenburg Schwerin
    AUH|||300|300|||1816-01-01..1918-11-12|Austria-Hungary
    PAP|||327|327|||1816-01-01..1860-11-05|Papal States
    SIC|||329|329|||1816-01-01..1861-02-13|Two Sicilies
    MOD|||332|332|||1842-01-01..1860-03-15|Modena
    PMA|||335|335|||1851-01-01..1860-03-15|Parma
    TUS|||337|337|||1816-01-01..1860-03-15|Tuscany
    ZAN|||511|511|||1963-12-19..1964-04-26|Zanzibar
    COW730|||730|730|||1887-01-01..1905-11-17|Korea
    RVN|||817|817|||1954-06-04..1975-04-30|Republic of Vietnam
    UPC||||89|||1823-07-01..1839-12-31|United Provinces of Central America
    GCL||||99|||1821-08-30..1830-09-22|Great Colombia
    TRA||||563|||1852-01-01..1910-05-30|Transvaal
    OFS||||564|||1854-03-28..1910-05-30|Orange Free State
    TBT||||711|||1913-01-01..1950-10-01|Tibet
    GW815||||815|||1816-01-01..1893-01-01|Vietnam (Annam/Cochin China/Tonkin)
    """
}
