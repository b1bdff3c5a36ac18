package citation

// kinds returns the ordered list of kinds: at an anchor, the first kind of the
// anchor's class whose grammar matches wins.
func kinds() []kind {
	return []kind{
		{anchorId, readId},
		{anchorSupra, readSupra},
		{anchorSupra, readReference},
		{anchorNumber, readTreaty},
		{anchorNumber, readCase},
		{anchorNumber, readShortCase},
		{anchorNumber, readStatuteByTitle},
		{anchorNumber, readArticle},
		{anchorSection, readStatuteBySection},
		{anchorURL, readTreatyByURL},
		{anchorURL, readForeignStatute},
		{anchorURL, readWeb},
		{anchorClause, readForeignStatute},
		{anchorClause, readTreatyByName},
		{anchorClause, readUnknownArticle},
		{anchorClause, readNews},
	}
}
