package org.gongkai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.data.Value;
import org.gongkai.entry.CommonField;
import org.gongkai.entry.DateText;
import org.gongkai.entry.Entry;
import org.gongkai.markup.Body;
import org.gongkai.markup.Converters;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.gongkai.site.EntryLinks;
import org.gongkai.site.Item;
import org.gongkai.site.Resource;
import org.gongkai.site.Slugs;
import org.gongkai.site.Tag;
import org.gongkai.source.SourceTree;
import org.gongkai.source.Texts;

/** Makes the page of one entry. Safe for many threads. */
public final class EntryPages {

    /** Headings from which an outline is worth its place. */
    private static final int OUTLINE_FROM = 3;

    private final SiteModel model;
    private final SourceTree source;
    private final Texts texts;
    private final Converters converters;
    private final Theme theme;
    private final Slugs slugs;
    private final Consumer<Problem> problems;
    private final Map<String, Model.Name> tags;

    /**
     * A finished page.
     *
     * @param html its bytes
     * @param facts what is kept of its body
     * @param resources the files that go with it
     */
    public record EntryPage(byte[] html, BodyFacts facts, List<Resource> resources) {}

    EntryPages(
            SiteModel model,
            SourceTree source,
            Texts texts,
            Converters converters,
            Theme theme,
            Slugs slugs,
            Consumer<Problem> problems) {
        this.model = model;
        this.source = source;
        this.texts = texts;
        this.converters = converters;
        this.theme = theme;
        this.slugs = slugs;
        this.problems = problems;
        this.tags = model.site().tags().stream()
                .collect(Collectors.toUnmodifiableMap(Tag::name, tag -> new Model.Name(tag.name(), tag.address())));
    }

    /** Everything about an entry that must be looked up or converted. */
    private record Made(
            Body body,
            String summary,
            List<Model.Attachment> attachments,
            List<Model.Fact> facts,
            Model.Link result,
            EntryLinks links) {

        BodyFacts kept(Entry entry) {
            return new BodyFacts(
                    entry.path(),
                    summary,
                    body.anchors(),
                    links.anchors(),
                    links.resources().stream().map(r -> r.file().path()).toList());
        }
    }

    /** Converts the body of an entry and renders its page; tells the problems of both. */
    public EntryPage render(Item item) {
        Made made = make(item);
        byte[] html = theme.render("post.ftl", model(item, made));
        return new EntryPage(
                html, made.kept(item.entry()), List.copyOf(made.links().resources()));
    }

    /** Tells the problems of an entry, whether it is out or not. */
    public BodyFacts check(Item item) {
        return make(item).kept(item.entry());
    }

    private Made make(Item item) {
        Entry entry = item.entry();
        EntryLinks links = new EntryLinks(model.site(), source, slugs, item, problems);
        List<Model.Attachment> attachments = attachments(entry, links);
        Body body = converters
                .forEnding(entry.file().ending())
                .orElseThrow()
                .convert(new Markup(entry.path(), text(entry), entry.bodyLine()), links);
        body.problems().forEach(problems);
        String given = entry.text(CommonField.SUMMARY);
        return new Made(
                body,
                given.isEmpty() ? Summary.of(body.html()) : given,
                attachments,
                new FactsTable(model.site().config().catalogue(), links::reference).facts(entry),
                entry.notice().map(n -> result(n, links)).orElse(null),
                links);
    }

    private Map<String, Object> model(Item item, Made made) {
        Entry entry = item.entry();
        Model.Name column = model.column(entry.categories().get(0));
        int year = entry.years().get(0);
        Map<String, Object> variables = model.base(new Model.PageInfo(
                entry.title(),
                item.address(),
                "post",
                SiteModel.orNull(made.summary()),
                column.uri(),
                List.of(
                        new Model.Link("首页", "index.html"),
                        new Model.Link(column.name(), column.uri()),
                        new Model.Link(year + "年", column.uri().replace("index.html", year + "/index.html")),
                        new Model.Link("正文", null)),
                model.entryMeta(item, made.summary()),
                new Model.Link(column.name(), column.uri().replace("index.html", "feed.xml"))));
        variables.put(
                "content",
                new Model.Content(
                        entry.title(),
                        item.address(),
                        SiteModel.published(entry),
                        DateText.chinese(entry.dates().published().toLocalDate()),
                        SiteModel.orNull(entry.publication().publisher()),
                        entry.dates().signed().map(DateText::chinese).orElse(null),
                        entry.dates().revised().map(DateText::chinese).orElse(null),
                        column,
                        year,
                        entry.kinds().stream().map(k -> k.name()).toList(),
                        entry.tags().stream().map(tags::get).toList(),
                        SiteModel.state(entry),
                        entry.notice().map(n -> model.notice(n, made.result())).orElse(null),
                        made.facts(),
                        FactsTable.tables(entry),
                        made.body().html(),
                        outline(made.body()),
                        made.attachments(),
                        model.site()
                                .neighbours()
                                .previous(item)
                                .map(EntryPages::dated)
                                .orElse(null),
                        model.site()
                                .neighbours()
                                .next(item)
                                .map(EntryPages::dated)
                                .orElse(null),
                        model.site().neighbours().related(item).stream()
                                .map(EntryPages::dated)
                                .toList()));
        return variables;
    }

    private static Model.Dated dated(Item item) {
        return new Model.Dated(item.entry().title(), item.address(), SiteModel.published(item.entry()));
    }

    /** Where the result of a 公示 stands: an entry if the words name one by its path, else the words. */
    private static Model.Link result(Entry.Notice notice, EntryLinks links) {
        Value.Text typed = notice.result();
        if (typed.isBlank()) {
            return null;
        }
        if (!typed.text().matches(".*\\.(md|adoc|html)")) {
            return new Model.Link(typed.text(), null);
        }
        Optional<Item> item = links.reference("结果", typed);
        return item.map(i -> new Model.Link(i.entry().title(), i.address())).orElse(null);
    }

    private static List<Model.Heading> outline(Body body) {
        List<Model.Heading> outline = body.outline().stream()
                .filter(h -> h.level() <= 3)
                .map(h -> new Model.Heading(h.level(), h.id(), h.text()))
                .toList();
        return outline.size() < OUTLINE_FROM ? List.of() : outline;
    }

    private List<Model.Attachment> attachments(Entry entry, EntryLinks links) {
        List<Model.Attachment> attachments = new ArrayList<>();
        for (Entry.Attachment attachment : entry.attachments()) {
            links.attachment(attachment.path()).ifPresent(resource -> {
                String name = resource.file().name();
                String ending = resource.file().ending();
                String stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
                attachments.add(new Model.Attachment(
                        attachment.label().isEmpty() ? stem : attachment.label(),
                        resource.address(),
                        ending.isEmpty() ? "文件" : ending.toUpperCase(Locale.ROOT),
                        size(resource.file().size())));
            });
        }
        return attachments;
    }

    /** Bytes as people say them: 812 B, 12 KB, 3.4 MB. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 1000 * 1024) {
            return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    private String text(Entry entry) {
        String whole = texts.again(entry.file());
        int at = 0;
        for (int line = 1; line < entry.bodyLine() && at < whole.length(); line++) {
            int end = whole.indexOf('\n', at);
            at = end < 0 ? whole.length() : end + 1;
        }
        return whole.substring(at);
    }
}
