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
import org.gongkai.site.link.EntryTargets;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.site.link.ResourceAddresses;

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
        EntryTargets targets = new EntryTargets(index, item, problems);
        List<Model.Attachment> attachments = new ArrayList<>();
        ResourceAddresses addresses = ResourceAddresses.none(item, slugs);
        for (Entry.Attachment attachment : entry.attachments()) {
            Optional<SourceFile> file = targets.attachment(attachment.path());
            if (file.isPresent()) {
                addresses = addresses.with(file.get());
                attachments.add(attachment(attachment.label(), file.get(), addresses.of(file.get())));
            }
        }
        EntryLinks links = new EntryLinks(index, item, targets, addresses);
        Bodies.Read body = bodies.read(entry, links, () -> withoutProblems(item, links.addresses()));
        body.known().problems().forEach(problems);
        return new ConvertedEntry(
                body,
                attachments,
                new FactsTable(model.site().config().catalogue(), targets::reference).facts(entry),
                entry.notice().map(notice -> result(notice, targets)).orElse(null),
                links.anchors(),
                links.addresses().all());
    }

    /** Resolves the links of a body once more, to the same addresses; their problems have been reported. */
    private EntryLinks withoutProblems(Item item, ResourceAddresses addresses) {
        return new EntryLinks(index, item, new EntryTargets(index, item, problem -> {}), addresses);
    }

    /** Where the result of a 公示 stands: an entry if the words name one by its path, else the words. */
    private static Model.Link result(Entry.Notice notice, EntryTargets targets) {
        Value.Text typed = notice.result();
        if (typed.isBlank()) {
            return null;
        }
        if (EntryFormat.ofEnding(SourceFile.ending(typed.text())).isEmpty()) {
            return new Model.Link(typed.text(), null);
        }
        Optional<Item> item = targets.reference("结果", typed);
        return item.map(i -> new Model.Link(i.entry().title(), i.address())).orElse(null);
    }

    private static Model.Attachment attachment(String label, SourceFile file, String address) {
        String ending = file.ending();
        return new Model.Attachment(
                label.isEmpty() ? file.stem() : label,
                address,
                ending.isEmpty() ? "文件" : ending.toUpperCase(Locale.ROOT),
                size(file.size()));
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
