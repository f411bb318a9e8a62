extension State {
  /// Other names of states in data sets, a line each; those of persons and offices are in no table.
  static let otherNames = """
    Bonaire|BES
    Bosnia-Herzegovina|BIH
    Bosnia|BIH
    Burma|MMR
    Cambodia (Kampuchea)|KHM
    Congo|COG
    Cook Island|COK
    Cote d'Ivoire|CIV
    Curacao|CUW
    Czech Republic|CZE
    DR Congo (Zaire)|COD
    Democratic Republic of Congo|COD
    Democratic Republic of the Congo|COD
    East Germany|DDR
    East Timor|TLS
    Gaza Strip|PSE
    Gaza|PSE
    German Federal Republic|DEU
    Germany, Federal Republic of|DEU
    Great Britain|GBR
    Heard Island and McDonald Islands|HMD
    Hong Kong|HKG
    Isle Of Man|IMN
    Israel (Palestine)|ISR
    Ivory Coast|CIV
    Kampuchea|KHM
    Kingdom of eSwatini (Swaziland)|SWZ
    Macao|MAC
    Macau|MAC
    Macedonia|MKD
    Madagascar (Malagasy)|MDG
    Moldova, Republic of|MDA
    Myanmar (Burma)|MMR
    Occupied Palestinian Territory|PSE
    Palestinian Territory, Occupied|PSE
    Republic of the Congo|COG
    Reunion|REU
    Rhodesia|ZWE
    Russia (Soviet Union)|RUS
    Russian Federation|RUS
    Saint Barthelemy|BLM
    Saint Helena|SHN
    Saint Martin (French part)|MAF
    Sao Tome and Principe|STP
    Serbia (Yugoslavia)|SRB
    South Vietnam|RVN
    South Yemen|YMD
    Swaziland|SWZ
    The Gambia|GMB
    Turkey|TUR
    UK|GBR
    USA|USA
    USSR|SUN
    United States Minor Outlying Islands|UMI
    United States of America|USA
    Vatican|VAT
    Vietnam (North Vietnam)|VNM
    Vietnam (South Vietnam)|RVN
    West Bank|PSE
    Yemen (North Yemen)|YEM
    Yemen (South Yemen)|YMD
    Yugoslavia (Serbia)|YUG
    Zaire|COD
    Zimbabwe (Rhodesia)|ZWE
    eSwatini|SWZ
    the former Yugoslav Republic of Macedonia|MKD
    """
}
