package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.markup.LinkResolver;
import org.gongkai.problem.Problem;
import org.gongkai.render.metadata.FactGroups;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.site.Visibility;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryLinks;
import org.gongkai.site.link.EntryLinks.AnchorLink;
import org.gongkai.site.link.EntryLinks.ResourceAddresses;
import org.gongkai.site.link.EntryTargets;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.text.DateText;

/**
 * Converts an entry: its body to HTML, its attachments and fields to rows of the model. Safe for many threads.
 *
 * @param index possible targets of links of the site
 * @param counts answers the counts that bodies ask for
 */
public record EntryConverter(LinkIndex index, BodyConverter bodies, Slugs slugs, Counts counts) {

    /** Converts an entry, and reports its problems. */
    ConvertedEntry convert(Item item, Consumer<Problem> problems) {
        Entry entry = item.entry();
        EntryTargets targets = new EntryTargets(index, item, problems);
        AttachedFiles attached = AttachedFiles.of(item, targets, slugs);
        EntryLinks links = new EntryLinks(index, item, targets, attached.addresses());
        BodyConverter.ConvertedBody body = bodies.convert(
                entry.path(),
                entry,
                new CountLinks(links, counts, entry, item.address(), problems),
                () -> withoutProblems(item, links.addresses()));
        body.cached().problems().forEach(problems);
        return new ConvertedEntry(
                body,
                attached.files(),
                new FactsTable(index.site().config(), targets::reference).facts(entry),
                entry.notice().map(notice -> result(notice, targets)).orElse(null),
                entry.own().isEmpty() ? Optional.empty() : PlanTasks.of(item, targets::reference),
                links.anchors(),
                links.addresses().all(),
                targets.hasNamed());
    }

    /**
     * Returns whether a body without counts that an earlier build converted would be the same today, and nothing told
     * of it; the header of the entry must name no files.
     */
    boolean isAsBefore(Item item) {
        List<Problem> told = new ArrayList<>();
        EntryTargets targets = new EntryTargets(index, item, told::add);
        EntryLinks links = new EntryLinks(index, item, targets, ResourceAddresses.none(item, slugs));
        return bodies.isAsBefore(item.entry(), links) && told.isEmpty();
    }

    /** Resolves the links of a body once more, to the same addresses; their problems have been reported. */
    private LinkResolver withoutProblems(Item item, ResourceAddresses addresses) {
        EntryLinks links = new EntryLinks(index, item, new EntryTargets(index, item, problem -> {}), addresses);
        return new CountLinks(links, counts, item.entry(), item.address(), problem -> {});
    }

    /**
     * Returns the result of a 公示, which came later: a link with its day if it is a public entry, else its text; null if
     * there is none, or only a promise once the 公示 has ended.
     */
    private Model.Link result(Entry.Notice notice, EntryTargets targets) {
        Value.Text typed = notice.result();
        Optional<String> told = Visibility.result(notice);
        if (told.filter(String::isEmpty).isEmpty()) {
            boolean isOver = notice.to().isBefore(index.site().asOf());
            return typed.isBlank() || told.isEmpty() && isOver ? null : new Model.Link(typed.text(), null);
        }
        return targets.reference("结果", typed)
                .map(i -> new Model.Link(
                        i.entry().title() + "（"
                                + DateText.chinese(i.entry().dates().day()) + "）",
                        i.address()))
                .orElse(null);
    }

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
     * @param namesInHeader whether the header names files or entries
     */
    record ConvertedEntry(
            BodyConverter.ConvertedBody body,
            List<Model.Attachment> attachments,
            FactGroups facts,
            Model.Link result,
            Optional<PlanTasks.Tasks> tasks,
            List<AnchorLink> anchorLinks,
            List<Resource> resources,
            boolean namesInHeader) {

        /** Returns what other pages and checks need once the page is written. */
        BodyFacts bodyFacts(Entry entry) {
            return new BodyFacts(
                    entry.path(),
                    summary(),
                    body.cached().anchors(),
                    anchorLinks,
                    resources,
                    Set.copyOf(body.cached().inputs().included().keySet()));
        }

        /** Returns its first sentences as plain text. */
        String summary() {
            return body.cached().summary();
        }
    }
}
