package org.gongkai.check.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;

/** The file types that may be published, from the built-in {@code types.yml}. */
final class FileTypes {

    private static final String NAME = "types.yml";

    private final Map<String, FileType> allowed = new HashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final Set<String> macros = new HashSet<>();

    /**
     * A file type that may be published.
     *
     * @param contents the allowed types of content
     * @param image whether it is an image displayed in pages
     */
    record FileType(Set<ContentType> contents, boolean image) {}

    FileTypes(YamlReader yaml) {
        FieldReader reader = new FieldReader((Value.Fields) yaml.resource(FileTypes.class, NAME));
        for (Value item : items(reader, "允许")) {
            FieldReader type = new FieldReader((Value.Fields) item);
            Set<ContentType> contents = type.texts("内容").stream()
                    .map(text -> ContentType.valueOf(text.text()))
                    .collect(Collectors.toSet());
            FileType known = new FileType(contents, type.text("图片").isPresent());
            type.texts("扩展名").forEach(ending -> allowed.put(ending.text(), known));
        }
        for (Value item : items(reader, "不允许")) {
            FieldReader type = new FieldReader((Value.Fields) item);
            String hint = type.text("改法").orElseThrow();
            type.texts("扩展名").forEach(ending -> hints.put(ending.text(), hint));
        }
        reader.texts("带宏").forEach(ending -> macros.add(ending.text()));
    }

    /** Returns the type with a file extension, if it may be published. */
    Optional<FileType> of(String ending) {
        return Optional.ofNullable(allowed.get(ending));
    }

    /** Returns true if a file extension denotes files with macros. */
    boolean carriesMacros(String ending) {
        return macros.contains(ending);
    }

    /** Returns a hint about a file extension that is not allowed. */
    String hint(String ending) {
        return hints.getOrDefault(ending, "可以用 docx、xlsx、pptx、wps、et、pdf、ofd、txt、csv、png、jpg、mp4 等类型");
    }

    /** Returns the usual file extension of a type of content, if there is one. */
    Optional<String> ending(ContentType content) {
        return allowed.entrySet().stream()
                .filter(type -> type.getValue().contents().equals(Set.of(content)))
                .map(Map.Entry::getKey)
                .filter(ending -> ending.equalsIgnoreCase(content.name()) || ending.equals("jpg"))
                .findFirst();
    }

    private static List<Value> items(FieldReader reader, String name) {
        return ((Value.Items) reader.value(name).orElseThrow()).items();
    }
}
