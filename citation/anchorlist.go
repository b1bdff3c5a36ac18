package citation

// The lists of what finds anchors: at bytes of their own, and at numbers.

// leads returns the list. The readers look at the whole of what is there: the
// neighbours only turn away what is surely none.
func leads() []lead {
	return []lead{
		{at: "0123456789", read: reader.digitAnchor},
		{at: ".", before: "gcdDsw>*_<` ", read: reader.periodAnchor},
		{at: "pP", before: "uU", after: "rR", read: reader.supraAnchor},
		{at: "fF", before: "nN", after: "rR", read: reader.infraAnchor},
		{at: "fF", before: "a", after: "t", read: reader.hereinafterAnchor},
		{at: "C", after: "oO", read: reader.constAnchor},
		{at: ":", before: "I", read: reader.ecliAnchor},
		{at: ":", before: "sSpP", after: "/", read: reader.colonAnchor},
		{at: "_", read: reader.blankAnchor},
		{at: "-", after: "-", read: reader.blankAnchor},
		{at: "\xE2", after: "\x80", read: reader.blankAnchor}, // a dash
		{at: "\xC2", after: "\xA7\xB6", read: reader.signAnchor},
		{at: "&", after: "sp#", read: reader.signAnchor},
	}
}

// numberReaders returns the list. The first that finds an anchor wins.
func numberReaders() []numberReader {
	const label = true
	return []numberReader{
		{side(touching, besideUpper), onAnySide, anyLength, !label, reader.gluedRule},
		{side(touching, besideUpper), onAnySide, anyLength, !label, reader.gluedParagraph},
		{side(touching, besideUpper, besideLower), onAnySide, anyLength, !label, reader.letteredNumber},

		{notGlued, side(touching, besideUpper, besideSquare, besideHyphen, besideHigh) | side(apart, besideUpper), ofVolume, !label, reader.volumeNumber},
		{notGlued, side(touching, besidePeriod), ofVolume, !label, reader.dottedNumber},
		{notGlued, side(touching, besideShut), ofYear, !label, reader.yearOfWork},
		{notGlued, side(touching, besideComma), ofYear, !label, reader.yearOfNews},

		{side(touching, besideHyphen, besideSlash) | side(apart, besideUpper, besideAt), onAnySide, anyLength, label, reader.letteredDocket},
		{side(touching, besideHyphen, besideHigh), onAnySide, anyLength, label, reader.letteredNumber},
		{side(touching, besideHash) | side(apart, besideHash) | side(pastComma, besideHash), onAnySide, anyLength, label, reader.hashNumber},
		{afterAt | side(pastComma, besideAt), onAnySide, anyLength, label, reader.pageNumber},
		{afterWord | afterComma, onAnySide, anyLength, label, reader.labelledNumber},
		{side(touching, besidePeriod) | side(apart, besidePeriod) | side(pastComma, besidePeriod), onAnySide, anyLength, label, reader.gluedWord},
		{afterComma, onAnySide, anyLength, label, reader.volumedNumber},
		{afterComma, onAnySide, figures(1, 2), label, reader.articledNumber},
		{afterComma, onAnySide, anyLength, label, reader.dividedNumber},
		{afterWord, onAnySide, anyLength, label, reader.titledNumber},
		{afterWord, onAnySide, anyLength, label, reader.agencyNumber},

		{side(touching, besideUpper), side(touching, besideShut), figures(6, 6), !label, reader.datedDocket},
		{notGlued, side(touching, besideHyphen, besideHigh, besideComma) | side(apart, besideUpper), figures(2, 4), !label, reader.docketNumber},
		{notGlued, side(touching, besideUpper, besideLower, besideOpen, besidePeriod, besideHyphen, besideHigh) | side(apart, besideLower), anyLength, !label, reader.saidNumber},
		{side(apart, besideUpper, besideLower, besideDigit, besidePeriod, besideHigh, besideOther, besideAt), onAnySide, anyLength, !label, reader.saidPage},
		{afterAt, onAnySide, anyLength, !label, reader.treatisePage},
	}
}
