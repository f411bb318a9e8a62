extension ActorCode {
  /// Regions, groups, organizations and sectors, a line each: sort, code, label.
  ///
  /// Codes of CAMEO as GDELT's look-up tables list them; `TTP` and those after it are ours, for groups without one.
  static let table = """
    region|AFR|Africa
    region|ASA|Asia
    region|BLK|Balkans
    region|CRB|Caribbean
    region|CAU|Caucasus
    region|CFR|Central Africa
    region|CAS|Central Asia
    region|CEU|Central Europe
    region|EIN|East Indies
    region|EAF|Eastern Africa
    region|EEU|Eastern Europe
    region|EUR|Europe
    region|LAM|Latin America
    region|MEA|Middle East
    region|MDT|Mediterranean
    region|NAF|North Africa
    region|NMR|North America
    region|PGS|Persian Gulf
    region|SCN|Scandinavia
    region|SAM|South America
    region|SAS|South Asia
    region|SEA|Southeast Asia
    region|SAF|Southern Africa
    region|WAF|West Africa
    region|WST|The West
    group|AAM|Al Aqsa Martyrs Brigade
    organization|ABD|Arab Bank for Economic Development in Africa
    organization|ACC|Arab Cooperation Council
    organization|ADB|Asian Development Bank
    organization|AEU|Arab Economic Unity Council
    organization|AFB|African Development Bank
    group|ALQ|Al Qaeda
    organization|AMF|Arab Monetary Fund for Economic and Social Development
    group|AML|Amal Militia
    organization|AMN|Amnesty International
    organization|AMU|Arab Maghreb Union
    group|ANO|Abu Nidal Organization
    organization|APE|Org. of Arab Petroleum Exporting Countries (OAPEC)
    organization|ARL|Arab League
    group|ASL|South Lebanon Army
    organization|ASN|Association of Southeast Asian Nations (ASEAN)
    organization|ATD|Eastern and Southern African Trade and Development Bank
    organization|BCA|Bank of Central African States (BEAC)
    organization|BIS|Bank for International Settlements
    group|BTH|Baath Party
    organization|CEM|Common Market for Eastern and Southern Africa
    organization|CFA|Franc Zone Financial Community of Africa
    organization|CIS|Commonwealth of Independent States
    group|CMN|Communist
    organization|COE|Council of Europe
    organization|CPA|Cocoa Producer's Alliance
    organization|CPC|Association of Coffee Producing Countries
    organization|CRC|International Fed. of Red Cross and Red Crescent (ICRC)
    organization|CSS|Community of Sahel-Saharan States (CENSAD)
    organization|CWN|Commonwealth of Nations
    group|DFL|Democratic Front for the Lib. of Palestine (DFLP)
    organization|EBR|European Bank for Reconstruction and Development
    organization|ECA|Economic Community of Central African States
    organization|EEC|European Union
    organization|EFT|European Free Trade Association
    group|ENN|Ennahda Movement
    organization|FAO|United Nations Food and Agriculture Organization
    organization|FID|International Federation of Human Rights (FIDH)
    group|FIS|Islamic Salvation Army
    group|FLN|National Liberation Front (FLN)
    group|FTA|Fatah
    organization|GCC|Gulf Cooperation Council
    group|GIA|Armed Islamic Group (GIA)
    organization|GOE|Group of Eight (G-8) (G-7 plus Russia)
    organization|GOS|Group of Seven (G-7)
    group|GSP|Salafist Group
    organization|GSS|Group of Seventy-Seven (G-77)
    organization|HCH|UN High Commission for Human Rights
    organization|HCR|UN High Commission for Refugees
    group|HEZ|Hezbullah
    organization|HIP|Highly Indebted Poor Countries (HIPC)
    group|HMS|Hamas
    organization|HRW|Human Rights Watch
    organization|IAC|Inter-African Coffee Organization (IACO)
    organization|IAD|Intergovernmental Authority on Development (IGAD)
    organization|IAE|International Atomic Energy Agency (IAEA)
    group|IAF|Islamic Action Front
    organization|ICC|International Criminal Court
    organization|ICG|International Crisis Group
    organization|ICJ|International Court of Justice (ICJ)
    organization|ICO|International Cocoa Organization (ICCO)
    organization|IDB|Islamic Development Bank
    organization|IGC|International Grains Council
    organization|IHF|International Helsinki Federation for Human Rights
    organization|ILO|International Labor Organization
    organization|IMF|International Monetary Fund (IMF)
    organization|IOM|International Organization for Migration
    organization|IPU|Inter-Parliamentary Union
    organization|IRC|Red Cross
    group|ISJ|Palestinian Islamic Jihad
    organization|ITP|Interpol
    organization|JUR|International Commission of Jurists
    group|KDP|Kurdish Democratic Party (KDP)
    organization|KID|United Nations Children's Fund (UNICEF)
    group|LBA|Israeli Labor Party
    group|LKD|Likud Party
    group|MBR|Muslim Brotherhood
    group|MRZ|Meretz Party
    organization|MSF|Medecins Sans Frontieres (Doctors Without Borders)
    group|MSP|Movement of the Society for Peace
    organization|NAT|North Atlantic Treaty Organization (NATO)
    organization|NEP|New Economic Partnership for Africa's Development
    organization|NON|Organization of Non-Aligned Countries
    organization|OAS|Organization of American States
    organization|OAU|Organization of African Unity (OAU)
    organization|OIC|Organization of Islamic Conferences (OIC)
    organization|OPC|Organization of Petroleum Exporting Countries (OPEC)
    organization|PAP|Pan-African Parliament
    group|PFL|People's Front for the Liberation of Palestine (PFLP)
    group|PLF|Palestine Liberation Front
    group|PLO|Palestine Liberation Organization
    group|PLS|Polisario Guerillas
    group|PMD|People's Mujahedeen
    organization|PRC|Paris Club
    organization|RCR|Red Crescent
    group|RND|Democratic National Rally
    organization|SAA|South Asian Association
    organization|SAD|Southern African Development Community
    organization|SCE|Council of Security and Cooperation in Europe (OSCE)
    group|SHA|Shas Party
    organization|SOT|Southeast Asia Collective Defense Treaty (SEATO)
    group|TAL|Taliban
    organization|UEM|Economic and Monetary Union of West Africa (UEMOA)
    organization|UNO|United Nations
    organization|WAD|West Africa Development Bank
    organization|WAM|West Africa Monetary and Economic Union
    organization|WAS|Economic Community of West African States (ECOWAS)
    organization|WBK|World Bank
    organization|WCT|International War Crimes Tribunals
    organization|WEF|World Economic Forum
    organization|WFP|World Food Program
    organization|WHO|World Health Organization
    organization|WTO|World Trade Organization
    organization|XFM|Oxfam
    sector|COP|Police forces
    sector|GOV|Government
    sector|INS|Insurgents
    sector|JUD|Judiciary
    sector|MIL|Military
    sector|OPP|Political Opposition
    sector|REB|Rebels
    sector|SEP|Separatist Rebels
    sector|SPY|State Intelligence
    sector|UAF|Unaligned Armed Forces
    sector|AGR|Agriculture
    sector|BUS|Business
    sector|CRM|Criminal
    sector|CVL|Civilian
    sector|DEV|Development
    sector|EDU|Education
    sector|ELI|Elites
    sector|ENV|Environmental
    sector|HLH|Health
    sector|HRI|Human Rights
    sector|LAB|Labor
    sector|LEG|Legislature
    sector|MED|Media
    sector|REF|Refugees
    sector|MOD|Moderate
    sector|RAD|Radical
    sector|AMN|Amnesty International
    sector|IRC|Red Cross
    sector|GRP|Greenpeace
    sector|UNO|United Nations
    sector|PKO|Peacekeepers
    sector|UIS|Unidentified State Actor
    sector|IGO|Inter-Governmental Organization
    sector|IMG|International Militarized Group
    sector|INT|International/Transnational Generic
    sector|MNC|Multinational Corporation
    sector|NGM|Non-Governmental Movement
    sector|NGO|Non-Governmental Organization
    sector|SET|Settler
    group|TTP|Tehrik-i-Taliban Pakistan
    group|HQN|Haqqani Network
    group|ISI|Islamic State
    group|BKH|Boko Haram
    group|ASB|Al-Shabaab
    """

  /// Names of groups and organizations in data sets that differ from the label, a line each.
  static let otherNames = """
    Al Qaida|ALQ
    Hezbollah|HEZ
    Taleban|TAL
    Tehreek-i-Taliban Pakistan|TTP
    Tehrik-e Taliban Pakistan|TTP
    TTP|TTP
    TTP: Tehreek-i-Taliban Pakistan|TTP
    IS|ISI
    Islamic State of Iraq and the Levant|ISI
    Jama'atu Ahlis Sunna Lidda'awati wal-Jihad|BKH
    African Union|OAU
    European Commission|EEC
    G7|GOS
    International Committee of the Red Cross|CRC
    European Union|EEC
    European Parliament|EEC
    North Atlantic Treaty Organization|NAT
    NATO|NAT
    UN Security Council|UNO
    UN|UNO
    Association of Southeast Asian Nations|ASN
    International Monetary Fund|IMF
    International Criminal Court|ICC
    International Atomic Energy Agency|IAE
    Organization of Islamic Cooperation|OIC
    High Commission for Refugees|HCR
    """
}
