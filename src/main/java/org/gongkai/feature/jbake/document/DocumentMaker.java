package org.gongkai.feature.jbake.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gongkai.feature.jbake.document.DocumentReader.Draft;
import org.gongkai.feature.jbake.settings.ProjectFiles;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.feature.jbake.settings.ProjectSettings.DocumentType;
import org.gongkai.input.data.Value;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.jbake.model.DocumentModel;
import org.jbake.util.HtmlUtil;

/** Completes documents once all have been read: type, status, date and address, each checked. */
public final class DocumentMaker {

    private static final Value.Text START = new Value.Text("", 1, 1);

    private final ProjectSettings settings;
    private final LocalDate asOf;
    private final DocumentReader reader;
    private final Consumer<Problem> problems;
    private LocalDate nextChange;

    public DocumentMaker(ProjectSettings settings, LocalDate asOf, DocumentReader reader, Consumer<Problem> problems) {
        this.settings = settings;
        this.asOf = asOf;
        this.reader = reader;
        this.problems = problems;
    }

    /** Returns the documents that JBake creates; all others are reported. */
    public List<Document> all(Collection<Draft> drafts) {
        List<Document> documents = new ArrayList<>();
        drafts.forEach(draft -> make(draft).ifPresent(documents::add));
        return documents;
    }

    /** The next day on which a document is published by its date. */
    public Optional<LocalDate> nextChange() {
        return Optional.ofNullable(nextChange);
    }

    private Optional<Document> make(Draft draft) {
        Optional<DocumentType> type = type(draft);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String typed = text(draft, "status", settings.jbake().getDefaultStatus());
        String status = new HeaderReader(settings, problems).status(draft.file().path(), typed, place(draft, "status"));
        Date date = draft.date().orElseGet(() -> today(draft));
        return Optional.of(document(draft, type.get(), status.equals("published-date") ? due(date) : status, date));
    }

    private Document document(Draft draft, DocumentType type, String status, Date date) {
        SourceFile file = draft.file();
        String below = ProjectFiles.below(settings.jbake().getContentFolderName(), file);
        String uri = settings.jbake().uri(below);
        if (uri.indexOf('%') >= 0) {
            warn("W610", draft, START, "JBake 给它的网址是“" + uri + "”，多数浏览器打不开这样的链接", "请用英文字母和数字给文件起名");
        }
        List<String> tags = reader.tags(draft.model());
        if (tags.contains("")) {
            warn("W611", draft, place(draft, "tags"), "有一个标签是空的", "请删去多余的逗号，或删去没有标签的一行");
        }
        DocumentModel values = new DocumentModel();
        values.putAll(draft.model());
        values.setType(type.name());
        values.setStatus(status);
        values.setDate(date);
        values.put("tags", tags);
        values.setRootPath(settings.jbake().rootPath(below));
        values.setFile(file.path());
        values.setSourceUri(uri);
        values.setUri(uri);
        values.setCached(true);
        values.setRendered(false);
        if (settings.jbake().getUriWithoutExtension()) {
            values.setNoExtensionUri(uri.replace("/index.html", "/"));
        }
        if (settings.jbake().getImgPathUpdate() && values.getBody() != null) {
            HtmlUtil.fixImageSourceUrls(values, settings.jbake());
        }
        String address = settings.jbake().outputFile(uri, status.equals("draft"), type.extension());
        return new Document(file.path(), type.name(), status, date, tags, address, values);
    }

    private Optional<DocumentType> type(Draft draft) {
        String typed = text(draft, "type", settings.jbake().getDefaultType());
        if (typed.isEmpty()) {
            boolean nothing = draft.header().fields().isEmpty();
            warn(
                    nothing ? "W601" : "W605",
                    draft,
                    START,
                    nothing ? "没有文件头，已跳过" : "没有 type（类型），已跳过",
                    nothing
                            ? "要生成网页，请在开头写 title=、date=、type=、status= 等行，再写一行 "
                                    + settings.jbake().getHeaderSeparator()
                            : "要生成网页，请加一行 type=，可以写：" + String.join("、", usable()));
            return Optional.empty();
        }
        DocumentType type = settings.types().get(typed);
        if (type == null) {
            warn(
                    "W605",
                    draft,
                    place(draft, "type"),
                    "没有“" + typed + "”这个类型，已跳过",
                    Nearest.hint(typed, usable()) + "；自己的类型要在 jbake.properties 里写 template." + typed + ".file=");
        }
        return Optional.ofNullable(type);
    }

    /** JBake uses the modification time of the file, which after a checkout is the time of the build. */
    private Date today(Draft draft) {
        warn("W607", draft, START, "没有 date（日期），用了生成网站的日期", "请在文件头加一行，如 date=" + asOf);
        return Date.from(asOf.atStartOfDay(settings.zone()).toInstant());
    }

    private String due(Date date) {
        LocalDate day = date.toInstant().atZone(settings.zone()).toLocalDate();
        if (!day.isAfter(asOf)) {
            return "published";
        }
        nextChange = nextChange == null || day.isBefore(nextChange) ? day : nextChange;
        return "published-date";
    }

    /** Returns the types of documents: those with a template, except JBake's list pages. */
    private List<String> usable() {
        TreeSet<String> names = new TreeSet<>(settings.types().keySet());
        names.removeAll(List.of(
                "masterindex",
                "archive",
                "feed",
                "tag",
                "tagsindex",
                "sitemap",
                "error404",
                settings.jbake().getDataFileDocType()));
        return List.copyOf(names);
    }

    private static String text(Draft draft, String key, String standard) {
        Object value = draft.model().get(key);
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? standard : text;
    }

    private void warn(String code, Draft draft, Position at, String message, String hint) {
        problems.accept(Problem.warning(code, draft.file().path(), at, message, hint));
    }

    private static Position place(Draft draft, String key) {
        return draft.header().last(key).orElse(START);
    }
}
