package org.gongkai.render;

import java.util.List;
import org.gongkai.entry.Entry;
import org.gongkai.markup.Body;
import org.gongkai.site.BodyFacts;
import org.gongkai.site.EntryLinks;

/**
 * Everything about an entry that had to be converted or looked up before its page can be rendered.
 *
 * @param body its body
 * @param summary its beginning in plain words
 * @param attachments its attachments
 * @param facts the rows of its metadata table
 * @param result where the result of its 公示 stands, or null
 * @param links the account of what it names
 */
record ConvertedEntry(
        Body body,
        String summary,
        List<Model.Attachment> attachments,
        List<Model.Fact> facts,
        Model.Link result,
        EntryLinks links) {

    /** What is kept once the page is written. */
    BodyFacts kept(Entry entry) {
        return new BodyFacts(entry.path(), summary, body.anchors(), links.anchors(), List.copyOf(links.resources()));
    }
}
