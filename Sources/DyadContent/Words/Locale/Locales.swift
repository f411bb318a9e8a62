// swift-format-ignore-file
// Written by scripts/make-locales.py from the Unicode Common Locale Data Repository
// (https://cldr.unicode.org, Unicode License v3), as Babel 2.18.0 has it.

extension LocaleForms {
  /// The forms of each language, by its tag.
  package static let all: [String: LocaleForms] = [
    "ar": LocaleForms(
      isRightToLeft: true,
      dates: DateForms(
        months: [
          "MMM": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
          "MMMM": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
          "LLL": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
          "LLLL": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ],
        patterns: ["yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d MMMM y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d–d MMM y", "M": "d MMM – d MMM y", "y": "d MMM y – d MMM y"],
          "yMMM": ["M": "MMM – MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ",", leastLeading: 1),
      lists: ListForms(pair: "{0} و{1}", start: "{0} و{1}", middle: "{0} و{1}", end: "{0} و{1}"),
      plurals: PluralForms(count: 6, exact: "0123333333344444444444444444444444444444444444444444444444444444444444444444444444444444444444444444", byLastTwo: "5553333333344444444444444444444444444444444444444444444444444444444444444444444444444444444444444444")),
    "de": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
          "MMMM": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
          "LLL": ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
          "LLLL": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        ],
        patterns: ["yMMMd": "d. MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d. MMMM y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d.–d. MMM y", "M": "d. MMM – d. MMM y", "y": "d. MMM y – d. MMM y"],
          "yMMM": ["M": "MMM–MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ".", leastLeading: 1),
      lists: ListForms(pair: "{0} und {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} und {1}"),
      plurals: PluralForms(count: 2, exact: "1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "en": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
          "MMMM": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
          "LLL": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
          "LLLL": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ],
        patterns: ["yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d MMMM y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d–d MMM y", "M": "d MMM – d MMM y", "y": "d MMM y – d MMM y"],
          "yMMM": ["M": "MMM – MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ",", leastLeading: 1),
      lists: ListForms(pair: "{0} and {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} and {1}"),
      plurals: PluralForms(count: 2, exact: "1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "es": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
          "MMMM": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
          "LLL": ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
          "LLLL": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ],
        patterns: ["yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d 'de' MMMM 'de' y", "yMMMM": "MMMM 'de' y"],
        ranges: [
          "yMMMd": ["d": "d–d MMM y", "M": "d MMM – d MMM y", "y": "d MMM y – d MMM y"],
          "yMMM": ["M": "MMM–MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ".", leastLeading: 2),
      lists: ListForms(pair: "{0} y {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} y {1}"),
      plurals: PluralForms(count: 2, exact: "1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "fa": LocaleForms(
      isRightToLeft: true,
      dates: DateForms(
        months: [
          "MMM": ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
          "MMMM": ["ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
          "LLL": ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
          "LLLL": ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
        ],
        patterns: ["yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d MMMM y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d تا d MMM y", "M": "d LLL تا d MMM y", "y": "d MMM y تا d MMM y"],
          "yMMM": ["M": "LLL تا MMM y", "y": "MMM y تا MMM y"],
          "y": ["y": "y تا y"],
        ], otherRange: "{0} تا {1}", digits: "۰۱۲۳۴۵۶۷۸۹"),
      numbers: NumberForms(digits: "۰۱۲۳۴۵۶۷۸۹", group: "٬", leastLeading: 1),
      lists: ListForms(pair: "{0} و {1}", start: "{0}،\u{200F} {1}", middle: "{0}،\u{200F} {1}", end: "{0}، و {1}"),
      plurals: PluralForms(count: 2, exact: "0011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "fr": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
          "MMMM": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
          "LLL": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
          "LLLL": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ],
        patterns: ["yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d MMMM y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d–d MMM y", "M": "d MMM – d MMM y", "y": "d MMM y – d MMM y"],
          "yMMM": ["M": "MMM–MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: "\u{A0}", leastLeading: 1),
      lists: ListForms(pair: "{0} et {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} et {1}"),
      plurals: PluralForms(count: 2, exact: "0011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "ru": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."],
          "MMMM": ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
          "LLL": ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."],
          "LLLL": ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        ],
        patterns: ["yMMMd": "d MMM y\u{A0}'г'.", "yMMM": "LLL y\u{A0}'г'.", "y": "y", "yMMMMd": "d MMMM y\u{A0}'г'.", "yMMMM": "LLLL y\u{A0}'г'."],
        ranges: [
          "yMMMd": ["d": "d–d MMM y\u{A0}г.", "M": "d MMM – d MMM y\u{A0}г.", "y": "d MMM y\u{A0}г. – d MMM y\u{A0}г."],
          "yMMM": ["M": "LLL – LLL y\u{A0}г.", "y": "LLL y\u{A0}г. – LLL y\u{A0}г."],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: "\u{A0}", leastLeading: 1),
      lists: ListForms(pair: "{0} и {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} и {1}"),
      plurals: PluralForms(count: 3, exact: "2011122222222222222220111222222011122222201112222220111222222011122222201112222220111222222011122222", byLastTwo: "2011122222222222222220111222222011122222201112222220111222222011122222201112222220111222222011122222")),
    "ur": LocaleForms(
      isRightToLeft: true,
      dates: DateForms(
        months: [
          "MMM": ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"],
          "MMMM": ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"],
          "LLL": ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"],
          "LLLL": ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"],
        ],
        patterns: ["yMMMd": "d MMM، y", "yMMM": "MMM y", "y": "y", "yMMMMd": "d MMMM، y", "yMMMM": "MMMM y"],
        ranges: [
          "yMMMd": ["d": "d–d MMM y", "M": "d MMM – d MMM، y", "y": "d MMM، y – d MMM، y"],
          "yMMM": ["M": "MMM–MMM y", "y": "MMM y – MMM y"],
          "y": ["y": "y–y"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ",", leastLeading: 1),
      lists: ListForms(pair: "{0} اور {1}", start: "{0}، {1}", middle: "{0}، {1}", end: "{0}، اور {1}"),
      plurals: PluralForms(count: 2, exact: "1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", byLastTwo: "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")),
    "zh": LocaleForms(
      isRightToLeft: false,
      dates: DateForms(
        months: [
          "MMM": ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
          "MMMM": ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
          "LLL": ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
          "LLLL": ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
        ],
        patterns: ["yMMMd": "y年M月d日", "yMMM": "y年M月", "y": "y年", "yMMMMd": "y年M月d日", "yMMMM": "y年M月"],
        ranges: [
          "yMMMd": ["d": "y年M月d日至d日", "M": "y年M月d日至M月d日", "y": "y年M月d日至y年M月d日"],
          "yMMM": ["M": "y年M月至M月", "y": "y年M月至y年M月"],
          "y": ["y": "y–y年"],
        ], otherRange: "{0} – {1}", digits: "0123456789"),
      numbers: NumberForms(digits: "0123456789", group: ",", leastLeading: 1),
      lists: ListForms(pair: "{0}和{1}", start: "{0}、{1}", middle: "{0}、{1}", end: "{0}和{1}"),
      plurals: PluralForms(count: 1, exact: "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", byLastTwo: "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")),
  ]
}
