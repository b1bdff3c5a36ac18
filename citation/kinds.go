package citation

// kinds returns the ordered list of kinds: at an anchor, the first kind of the
// anchor's class whose grammar matches wins. A weak kind, which a few words of
// a title may look like, is read in a note's clause only where nothing else is,
// a leading one also where the clause begins.
func kinds() []kind {
	return []kind{
		{anchorId, strong, readId},
		{anchorSupra, strong, readSupra},
		{anchorSupra, strong, readReference},
		{anchorLabel, strong, readOpinion},
		{anchorNumber, strong, readTreaty},
		{anchorNumber | anchorLabel, strong, readCase},
		{anchorNumber, strong, readShortCase},
		{anchorLabel | anchorSection, strong, readRestatement},
		{anchorNumber | anchorLabel | anchorSection, strong, readRule},
		{anchorNumber | anchorLabel | anchorSection, strong, readStatute},
		{anchorNumber | anchorLabel | anchorSection, strong, readRegulation},
		{anchorNumber | anchorLabel, strong, readSessionLaw},
		{anchorNumber | anchorLabel, strong, readLegislative},
		{anchorCongress, strong, readHearing},
		{anchorNumber, strong, readArticle},
		{anchorLabel, strong, readPatent},
		{anchorLabel, strong, readInternational},
		{anchorNumber | anchorLabel, strong, readEthics},
		{anchorConst, strong, readConstitution},
		{anchorSection | anchorParagraph, strong, readBookBySection},
		{anchorLabel, strong, readBookByTitle},
		{anchorEdition, strong, readBook},
		{anchorYear, weak, readArticleByYear},
		{anchorYear, weak, readBook},
		{anchorLabel, strong, readDocketCase},
		{anchorDocket, strong, readNumberedCase},
		{anchorNews, weak, readNewsByDay},
		{anchorSaid, strong, readSaid},
		{anchorSection | anchorParagraph, strong, readSaidSection},
		{anchorLabel | anchorSection, leading, readRecord},
		{anchorLabel | anchorSection, weak, readSection},
		{anchorURL, strong, readTreatyByURL},
		{anchorURL, strong, readForeignStatute},
		{anchorURL, strong, readWeb},
		{anchorClause, strong, readForeignStatute},
		{anchorClause, strong, readTreatyByName},
		{anchorClause, strong, readUnknownArticle},
		{anchorClause, strong, readBookByName},
		{anchorClause, strong, readNews},
	}
}
