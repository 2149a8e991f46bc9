package org.gongkai.feature.jbake.document;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.feature.jbake.document.HeaderReader.RawHeader;
import org.gongkai.feature.jbake.settings.DataEngine;
import org.gongkai.feature.jbake.settings.EngineRegistry;
import org.gongkai.feature.jbake.settings.JBakeAsciiDocEngine;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.data.Value;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.jbake.app.FileUtil;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;
import org.jbake.parser.ParserEngine;

/**
 * Reads documents: the header, then the body with the engine for the file's extension. Safe for use by multiple
 * threads.
 */
public record DocumentReader(
        ProjectSettings settings, EngineRegistry engines, SourceTree tree, Consumer<Problem> problems) {

    /**
     * A document before completion.
     *
     * @param date empty if there is none that is valid
     */
    public record Draft(SourceFile file, RawHeader header, DocumentModel model, Optional<Date> date) {}

    /** Reads a document; empty, with a problem reported, if it cannot be converted. */
    public Optional<Draft> read(SourceFile file) {
        Optional<String> text = new TextDecoder().decode(tree, file, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().isEmpty()) {
            problems.accept(Problem.warning("W601", file.path(), "文件是空的，已跳过", "请写上文件头和正文，或删去这个文件"));
            return Optional.empty();
        }
        String ending = FileUtil.fileExt(file.name());
        RawHeader header = new HeaderReader(settings, problems).read(file.path(), ending, text.get());
        Optional<DocumentModel> model = model(file, ending, header);
        return model.map(m -> new Draft(file, header, m, date(file, header, m)));
    }

    private Optional<DocumentModel> model(SourceFile file, String ending, RawHeader header) {
        File place = settings.root().resolve(file.path()).toFile();
        try {
            Optional<MarkupEngine> ours = engines.ours(ending);
            if (ours.isPresent() && !(ours.get() instanceof DataEngine)) {
                return Optional.of(parse(ours.get(), place, header));
            }
            Optional<ParserEngine> engine = ours.map(ParserEngine.class::cast).or(() -> engines.others(ending));
            if (engine.isEmpty()) {
                problems.accept(
                        Problem.error("E615", file.path(), "“." + ending + "”文件的转换程序装不上", "请检查它和它要用的程序库是否都在类路径上"));
                return Optional.empty();
            }
            // Third-party engines expect to be called from one thread.
            synchronized (engine.get()) {
                DocumentModel model = engine.get().parse(settings.jbake(), place);
                return Optional.of(model == null ? new DocumentModel() : cleaned(model, place));
            }
        } catch (RuntimeException | LinkageError e) {
            String message = "“." + ending + "”文件转换不了（" + e.getClass().getSimpleName() + "）";
            problems.accept(Problem.error("E615", file.path(), message, "请检查文件的写法"));
            return Optional.empty();
        }
    }

    /** Output of third-party engines is sanitized like typed HTML. */
    private DocumentModel cleaned(DocumentModel model, File place) {
        if (model.get("body") instanceof String body) {
            model.setBody(settings.jbake().html(place, "html", body, 1));
        }
        return model;
    }

    /** Parses as JBake's engines do, but from the decoded text, and checks every value. */
    private DocumentModel parse(MarkupEngine engine, File place, RawHeader header) {
        ParserContext context = new ParserContext(place, header.lines(), settings.jbake(), header.marked());
        context.setTags(new String[0]);
        if (header.marked()) {
            header.fields().forEach(field -> settings.jbake().store(place, field, context.getDocumentModel()));
        } else {
            engine.processHeader(context);
        }
        Object type = context.getDocumentModel().get("type");
        boolean isMade = type != null && !type.toString().isEmpty()
                || !settings.jbake().getDefaultType().isEmpty();
        // Documents without a type are skipped and need not be converted.
        if (isMade) {
            context.setBody(header.body());
            engine.processBody(context);
        }
        return context.getDocumentModel();
    }

    private Optional<Date> date(SourceFile file, RawHeader header, DocumentModel model) {
        for (String name : List.of("date", JBakeAsciiDocEngine.PREFIX + "date", "revdate")) {
            Optional<Value.Text> typed = header.fields().stream()
                    .filter(field -> field.key().text().equalsIgnoreCase(name))
                    .map(field -> (Value.Text) field.value())
                    .reduce((first, last) -> last);
            Optional<Value.Text> meant = header.marked()
                    ? typed
                    : Optional.ofNullable(model.get(name))
                            .map(value -> new Value.Text(
                                    value.toString(),
                                    typed.map(Value.Text::line).orElse(1),
                                    typed.map(Value.Text::column).orElse(1)));
            Optional<Date> date = meant.flatMap(text -> new HeaderReader(settings, problems).date(file.path(), text));
            if (date.isPresent()) {
                return date;
            }
        }
        Object given = model.get("date");
        boolean ours = engines.ours(FileUtil.fileExt(file.name())).isPresent();
        // JBake substitutes the file's modification time for a missing date; the engine may have found an actual date.
        boolean fileTime = given instanceof Date date
                && date.getTime()
                        == settings.root().resolve(file.path()).toFile().lastModified();
        return !ours && given instanceof Date date && !fileTime ? Optional.of(date) : Optional.empty();
    }

    /** Returns tags as JBake stores them. */
    List<String> tags(Map<String, Object> model) {
        Object tags = model.get("tags");
        List<String> all = new ArrayList<>();
        if (tags instanceof String[] array) {
            all.addAll(Arrays.asList(array));
        } else if (tags instanceof Iterable<?> list) {
            list.forEach(tag -> all.add(String.valueOf(tag)));
        } else if (tags instanceof String text) {
            all.addAll(Arrays.asList(text.split(",")));
        }
        boolean sanitize = settings.jbake().getSanitizeTag();
        all.replaceAll(tag -> sanitize ? tag.trim().replace(" ", "-") : tag.trim());
        return List.copyOf(all);
    }
}
