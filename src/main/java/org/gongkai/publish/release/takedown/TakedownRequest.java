package org.gongkai.publish.release.takedown;

/**
 * A page that is to be taken down at one or several audiences.
 *
 * @param address where it stands or stood
 * @param reason why, as its notice says
 * @param entry where the entry of the page was found at any audience
 * @param titles the titles of the page; each store adds those that it holds
 * @param messages the messages of commits that changed it, likewise
 * @param contents its sentences and files, likewise
 */
public record TakedownRequest(
        String address,
        String reason,
        EntrySearch entry,
        Titles titles,
        CommitMessages messages,
        TakenContents contents) {

    public TakedownRequest(String address, String reason, EntrySearch entry) {
        this(address, reason, entry, new Titles());
    }

    private TakedownRequest(String address, String reason, EntrySearch entry, Titles titles) {
        this(address, reason, entry, titles, new CommitMessages(titles), new TakenContents());
    }
}
