package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.render.Theme;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.ModelFingerprint;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.BodyFacts;
import org.gongkai.site.Item;
import org.gongkai.site.Replacements;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.EntryLinks;
import org.gongkai.site.link.LinkIndex;

/** Makes the page of one entry. Safe for many threads. */
public final class EntryPages {

    /** The template of its pages. */
    public static final String TEMPLATE = "post.ftl";

    private final SiteModel model;
    private final LinkIndex index;
    private final Bodies bodies;
    private final Theme theme;
    private final ModelFingerprint prints;
    private final Slugs slugs;
    private final Consumer<Problem> problems;
    private final EntryModel entryModel;

    /**
     * The page of an entry.
     *
     * @param facts what is kept of its body
     * @param fingerprint takes that of all that it is made from but for what templates read of the site
     * @param html makes its bytes
     */
    public record EntryPage(BodyFacts facts, Supplier<String> fingerprint, Supplier<byte[]> html) {}

    public EntryPages(
            SiteModel model,
            LinkIndex index,
            Bodies bodies,
            Theme theme,
            ModelFingerprint prints,
            Slugs slugs,
            PublicHistory chronicle,
            Consumer<Problem> problems) {
        this.model = model;
        this.index = index;
        this.bodies = bodies;
        this.prints = prints;
        this.theme = theme;
        this.slugs = slugs;
        this.problems = problems;
        this.entryModel = new EntryModel(model, chronicle, new Replacements(index));
    }

    /** Looks up everything that the page of an entry shows, and tells its problems. */
    public EntryPage prepare(Item item) {
        ConvertedEntry converted = convert(item);
        return new EntryPage(
                converted.kept(item.entry()),
                () -> converted.body().fingerprint()
                        + prints.of(entryModel.variablesWithoutBody(item, converted), Theme.ACCOUNTED_FOR),
                () -> theme.render(TEMPLATE, entryModel.variables(item, converted)));
    }

    /** Tells the problems of an entry, whether it is out or not. */
    public BodyFacts check(Item item) {
        return convert(item).kept(item.entry());
    }

    private ConvertedEntry convert(Item item) {
        Entry entry = item.entry();
        EntryLinks links = new EntryLinks(index, slugs, item, problems);
        List<Model.Attachment> attachments = attachments(entry, links);
        Bodies.Read body = bodies.read(entry, links, links::again);
        body.known().problems().forEach(problems);
        return new ConvertedEntry(
                body,
                attachments,
                new FactsTable(model.site().config().catalogue(), links::reference).facts(entry),
                entry.notice().map(n -> result(n, links)).orElse(null),
                links);
    }

    /** Where the result of a 公示 stands: an entry if the words name one by its path, else the words. */
    private static Model.Link result(Entry.Notice notice, EntryLinks links) {
        Value.Text typed = notice.result();
        if (typed.isBlank()) {
            return null;
        }
        if (EntryFormat.ofEnding(SourceFile.ending(typed.text())).isEmpty()) {
            return new Model.Link(typed.text(), null);
        }
        Optional<Item> item = links.reference("结果", typed);
        return item.map(i -> new Model.Link(i.entry().title(), i.address())).orElse(null);
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
}
