package org.gongkai.check.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;

/** The file types that may be published, from the built-in {@code types.yml}. */
final class FileTypes {

    private final Map<String, FileType> allowed = new HashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final List<String> macros;

    /**
     * A file type that may be published.
     *
     * @param contents the allowed types of content
     * @param image whether it is an image displayed in pages
     */
    @Key.Group("")
    record FileType(
            @Key("扩展名") List<String> endings, @Key("内容") List<ContentType> contents, @Key("图片") boolean image) {}

    /** File types that may not be published, with what to do instead. */
    @Key.Group("")
    record Refused(@Key("扩展名") List<String> endings, @Key("改法") String hint) {}

    @Key.Group("")
    record Types(
            @Key("允许") List<FileType> allowed, @Key("不允许") List<Refused> refused, @Key("带宏") List<String> macros) {}

    FileTypes(YamlReader yaml) {
        Types types = Binder.ofResources()
                .converting(ContentType.class, ContentType::valueOf)
                .group(Types.class, Optional.of(yaml.resource(FileTypes.class, "types.yml")))
                .orElseThrow();
        types.allowed.forEach(type -> type.endings.forEach(ending -> allowed.put(ending, type)));
        types.refused.forEach(type -> type.endings.forEach(ending -> hints.put(ending, type.hint)));
        macros = types.macros;
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
                .filter(type -> type.getValue().contents().equals(List.of(content)))
                .map(Map.Entry::getKey)
                .filter(ending -> ending.equalsIgnoreCase(content.name()) || ending.equals("jpg"))
                .findFirst();
    }
}
