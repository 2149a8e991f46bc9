package org.gongkai.render.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.entry.Entry;
import org.gongkai.render.metadata.FactGroups;
import org.gongkai.render.model.Model;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.EntryLinks.AnchorLink;
import org.gongkai.site.link.Resource;

/**
 * Everything about an entry that its page shows; its body may be converted later.
 *
 * @param body its body
 * @param attachments its attachments
 * @param facts the rows of its metadata
 * @param result the result of its 公示, or null
 * @param tasks the tasks of a plan
 * @param anchorLinks links to anchors in the body
 * @param resources the files that the header and the body name
 */
record ConvertedEntry(
        BodyConverter.ConvertedBody body,
        List<Model.Attachment> attachments,
        FactGroups facts,
        Model.Link result,
        Optional<TaskModel.Tasks> tasks,
        List<AnchorLink> anchorLinks,
        List<Resource> resources) {

    /** Returns what other pages and checks need once the page is written. */
    BodyFacts bodyFacts(Entry entry) {
        return new BodyFacts(
                entry.path(),
                summary(),
                body.cached().anchors(),
                anchorLinks,
                resources,
                Set.copyOf(body.cached().inputs().included().keySet()),
                body.cached().inputs().counts());
    }

    /** Returns its first sentences as plain text. */
    String summary() {
        return body.cached().summary();
    }
}
