/// The verbs of reports on states, armed groups and officials.
extension EnglishVerb {
  /// The past tense and the past participle.
  static let irregular: [String: (String, String)] = [
    "arise": ("arose", "arisen"), "bear": ("bore", "borne"), "beat": ("beat", "beaten"),
    "become": ("became", "become"), "begin": ("began", "begun"), "bind": ("bound", "bound"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "burn": ("burned", "burned"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "cling": ("clung", "clung"), "co-lead": ("co-led", "co-led"),
    "come": ("came", "come"), "cost": ("cost", "cost"),
    "cut": ("cut", "cut"), "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "feel": ("felt", "felt"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "flee": ("fled", "fled"), "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"), "forgive": ("forgave", "forgiven"), "freeze": ("froze", "frozen"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
    "hear": ("heard", "heard"), "hide": ("hid", "hidden"), "hit": ("hit", "hit"),
    "hold": ("held", "held"), "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"),
    "lie": ("lay", "lain"), "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"),
    "meet": ("met", "met"), "outlaw": ("outlawed", "outlawed"), "overrun": ("overran", "overrun"),
    "overthrow": ("overthrew", "overthrown"), "pay": ("paid", "paid"), "put": ("put", "put"),
    "quit": ("quit", "quit"), "read": ("read", "read"), "rebuild": ("rebuilt", "rebuilt"), "ride": ("rode", "ridden"),
    "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"),
    "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "shoot": ("shot", "shot"), "show": ("showed", "shown"), "shut": ("shut", "shut"),
    "sink": ("sank", "sunk"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"),
    "split": ("split", "split"), "spread": ("spread", "spread"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"), "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"), "take": ("took", "taken"), "teach": ("taught", "taught"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "throw": ("threw", "thrown"), "undertake": ("undertook", "undertaken"),
    "understand": ("understood", "understood"), "uphold": ("upheld", "upheld"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"), "write": ("wrote", "written"),
  ]

  static let regular: [String] = """
    abandon abduct alarm bolster abolish absorb abstain abuse accelerate accept acclaim accompany accuse acknowledge acquire acquit act \
    adapt add address adjourn admit adopt advance advise affirm agree aid aim air airlift allege allow ally alter ambush \
    amend announce annex annul answer apologise apologize appeal appear applaud apply appoint approach approve arm arrange \
    arrest arrive ask assassinate assault assemble assert assign assist assume assure attack attempt attend attract \
    authorise authorize avoid award back ban banish bar bargain base battle belong besiege blame block blockade boast \
    bomb bombard border boycott brief brand broadcast broker call cancel capitulate capture carry caution cause cease \
    celebrate challenge change chant charge chase check circulate cite claim clash clear close collapse collect combat \
    comment commemorate commit compensate compete complain complete concede conclude condemn conduct confer confirm \
    confiscate confront congratulate consent consider constitute construct consult contact contain contest continue \
    contradict control convene convict convince cooperate coordinate counter court cover crack create criticise criticize \
    cross crush cure damage dare declare decline decide decrease decree dedicate deepen defeat defect defend defer define defuse \
    delay delegate deliver demand demolish demonstrate deny depart depend deploy deport depose describe deserve design \
    destroy detain deteriorate determine detonate die develop devalue differ dig direct disagree disappear disarm disavow \
    discuss dismantle dismiss disperse displace dispatch dispute dissolve distance distribute divert divide donate double \
    doubt down draft drop ease edge elect eliminate embargo embark embrace emerge employ enable encircle encourage end \
    endorse enforce engage enjoy enlist ensure enter entrust equip erupt escalate escape escort establish evacuate evict examine \
    exceed exchange exclude execute exempt exercise exile exist expand expect expel expire explain explode exploit export \
    expose express extend extradite face facilitate fail favour favor fear ferry file finance finish fire flare follow \
    force form formalise formalize found free frustrate fuel fulfil function fund gain gather govern grant greet guarantee \
    guard guide halt halve hammer hamper hand handle harass harbour harbor harden help hijack hint honour honor hope host \
    ignore imply import impose impound imprison improve include incorporate increase infiltrate influence inform inspect \
    install insist insult integrate intend intensify intercept interrupt intervene interview introduce invade invest \
    investigate invite involve isolate issue jail join judge justify kidnap kill label lack land last launch leak learn \
    level liberate lift like limit link list listen live lobby lock lodge look lower maintain march mark massacre match \
    mediate mend mention merge mine mistreat mobilise mobilize monitor move murder name negotiate neutralise neutralize \
    nominate normalise normalize note notify object oblige observe obstruct obtain occupy occur offer open operate oppose \
    order organise organize oust overlook oversee own pardon park participate pass patrol pause perform permit persecute \
    persuade place plan play plead pledge plot point poison postpone pound practise praise precede prefer prepare present \
    preserve press pressure prevail prevent print probe proceed proclaim produce profit prohibit prolong promise promote \
    propose prosecute protect protest prove provide provoke publish pull punish purchase pursue push question raid raise \
    rally ratify reach react reaffirm realise realize reassure rebel rebuff rebuke recall receive recognise recognize \
    recommend reconcile reconsider record recover recruit reduce refer reform refrain refuse refute regain regard regret \
    reiterate reinforce reinstate reject relax release relocate rely remain remove rename renew renounce reopen reorganise \
    repair repatriate repay repeal repeat repel replace reply report represent reprimand request require rescue resent \
    resettle resign resist resolve respect respond restart restore restrain restrict result resume retain retake retaliate \
    retract retreat return reveal reverse review revive revoke reward risk rule sabotage sack sanction save scale schedule \
    scrap seal search secure seize separate serve settle shake share shed shell shelter ship sign signal silence \
    slow smuggle sour sponsor stage start starve state station stay step stop storm strain strengthen stress study submit \
    succeed suffer suggest summon supply support suppress surrender surround survive suspect suspend sustain \
    swap switch tackle talk target tax telephone tend terminate test thank thaw threaten tie tighten tolerate topple \
    torture toughen tour trade train transfer transform travel treat triple trust try turn unite unveil update upgrade \
    urge use vacate value veto view violate visit voice volunteer vote vow wage wait waive walk want warm warn watch \
    waver weaken welcome widen wish witness woo work worry worsen wound yield
    """.split { $0 == " " || $0 == "\n" }.map(String.init).filter { irregular[$0] == nil }

  /// Verbs that double their last letter before an ending.
  static let doubled: Set<String> = [
    "abet", "admit", "ban", "bar", "begin", "cancel", "commit", "compel", "confer", "control", "cut", "defer", "dig",
    "drop", "equip", "expel", "forbid", "forget", "fulfil", "get", "grab", "hit", "incur", "jam", "kidnap", "label",
    "let",
    "level", "occur", "patrol", "permit", "plan", "plot", "prefer", "propel", "put", "quit", "rebel", "rebut", "refer",
    "regret", "repel", "rid", "run", "scrap", "set", "shed", "ship", "shut", "sit", "split", "step", "stop", "strip",
    "submit", "swap", "transfer", "travel", "trap", "win",
  ]

  /// Verbs with forms that are nouns too.
  static let alsoNouns: Set<String> = [
    "abuse", "address", "advance", "aid", "aim", "air", "alarm", "airlift", "ally", "ambush", "answer", "appeal",
    "approach",
    "arm",
    "arrest", "assault", "attack", "attempt", "award", "back", "ban", "bar", "bargain", "base", "battle", "blame",
    "block",
    "blockade", "bomb", "border", "boycott", "brief", "brand", "broadcast", "broker", "call", "capture", "catch",
    "cause",
    "challenge", "change", "charge", "chase", "check", "claim", "clash", "collapse", "combat", "comment", "contact",
    "contest", "control", "cost", "counter", "court", "cover", "crack", "cross", "cure", "cut", "damage", "deal",
    "decline", "decrease", "defeat", "delay", "delegate", "demand", "design", "dispatch", "dispute", "distance",
    "double",
    "doubt", "draft", "drive", "drop", "edge", "embargo", "end", "escape", "escort", "exchange", "exercise",
    "exile", "exploit", "export", "fall", "favour", "favor", "fear", "ferry", "fight", "file", "finance", "fire",
    "force",
    "form", "fuel", "function", "fund", "gain", "grant", "guarantee", "guard", "guide", "halt", "hand", "harbour",
    "harbor", "help", "hint", "hit", "honour", "honor", "hope", "host", "import", "increase", "influence", "insult",
    "interview", "issue", "jail", "judge", "label", "lack", "land", "launch", "lead", "leak", "level", "lie", "lift",
    "limit", "link", "list", "look", "loss", "march", "mark", "massacre", "match", "mention", "mine", "monitor", "move",
    "murder", "name", "note", "object", "offer", "order", "pardon", "park", "pass", "patrol", "pause", "pay", "place",
    "plan", "play", "pledge", "plot", "point", "poison", "pound", "praise", "present", "press", "pressure", "print",
    "probe", "profit", "promise", "protest", "purchase", "push", "question", "raid", "rally", "rebel", "rebuff",
    "rebuke",
    "recall", "record", "recruit", "reform", "regard", "regret", "release", "repair", "reply", "report", "reprimand",
    "request", "rescue", "respect", "result", "retreat", "return", "reverse", "review", "reward", "rise", "risk",
    "rule",
    "run", "sack", "sanction", "scale", "schedule", "seal", "search", "set", "share", "shell", "shelter", "ship",
    "shot",
    "show", "sign", "signal", "silence", "spread", "split", "stage", "stand", "start", "state", "station", "stay",
    "step",
    "stop", "storm", "strain", "stress", "strike", "study", "supply", "support", "suspect", "swap", "switch", "talk",
    "target", "tax", "telephone", "test", "thaw", "threat", "tie", "tour", "trade", "train", "transfer", "travel",
    "treat", "trust", "turn", "update", "upgrade", "use", "value", "veto", "view", "visit", "voice", "volunteer",
    "vote",
    "vow", "wage", "wait", "walk", "watch", "wish", "witness", "work", "worry", "wound", "yield",
  ]
}
