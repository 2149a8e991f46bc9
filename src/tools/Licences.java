import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/**
 * Gathers the licences of the libraries that a release holds: what each jar says in files of its own, the standard texts, and which library
 * is under which. The standard texts are those of the list of components, which is written again without them.
 *
 * <p>Arguments: the list of components (CycloneDX), the folder of the libraries, the folder of the release, and the file {@code copyright}
 * of the Debian package. Ends with an exception if a library has no text at all.
 */
class Licences {
    private static final Pattern TEXT = Pattern.compile("(?i)/(META-INF/)?([^/]*[-_.])?(licen[cs]e|notice|copying|about)([-_.][^/]*)?");

    private static final String HEAD = """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
            Upstream-Name: gongkai
            Comment: The texts of all licences, and what each library says in files of its own, are in /usr/share/gongkai/licences.
             Of several licences of one library each may be chosen.

            Files: *
            Copyright: 2026 the authors of gongkai
            License: Apache-2.0

            License: Apache-2.0
             On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
            """;

    public static void main(String[] arguments) throws IOException {
        Path libraries = Path.of(arguments[1]);
        Path release = Path.of(arguments[2]);
        Path licences = Files.createDirectories(release.resolve("licences"));
        JsonObject list = Json.object(Files.readString(Path.of(arguments[0]))).orElseThrow();
        StringBuilder copyright = new StringBuilder(HEAD);
        Map<String, String> texts = new TreeMap<>();
        for (JsonObject library : list.objects("components")) {
            String jar = library.text("name") + "-" + library.text("version");
            boolean isTold = copyOwn(libraries.resolve(jar + ".jar"), licences.resolve(jar));
            TreeSet<String> names = new TreeSet<>();
            for (JsonObject choice : library.objects("licenses")) {
                JsonObject licence = choice.optionalObject("license").orElseThrow();
                String name = licence.optionalText("id").orElseGet(() -> licence.text("name")).replace(' ', '-');
                names.add(name);
                licence.optionalObject("text").ifPresent(text -> texts.put(name, decoded(text.text("content"))));
            }
            if (!isTold && names.stream().noneMatch(texts::containsKey)) {
                throw new IllegalStateException("No text of a licence is known of " + jar);
            }
            copyright.append("\nFiles: usr/share/gongkai/lib/lib/").append(jar).append(".jar\nCopyright: ")
                    .append(library.optionalText("publisher").orElse("the authors of " + library.text("name")))
                    .append("\nLicense: ").append(String.join(" or ", names)).append("\nSource: ")
                    .append(library.text("purl")).append('\n');
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(licences.resolve(text.getKey() + ".txt"), text.getValue());
        }
        Path debian = Path.of(arguments[3]);
        Files.createDirectories(debian.getParent());
        Files.writeString(debian, copyright);
        Files.writeString(licences.resolve("LIBRARIES.txt"), copyright.substring(copyright.indexOf("\nFiles: usr") + 1));
        Files.writeString(release.resolve("bom.json"), Json.indented(withoutTexts(list.fields())));
    }

    private static boolean copyOwn(Path jar, Path folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> paths = Files.walk(files.getPath("/"))) {
            List<Path> own = paths.filter(path -> TEXT.matcher(path.toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.toList());
            for (Path path : own) {
                Files.createDirectories(folder);
                Files.copy(path, folder.resolve(path.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
            return !own.isEmpty();
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static Object withoutTexts(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> kept = new LinkedHashMap<>();
            fields.forEach((name, field) -> {
                if (!name.equals("text")) {
                    kept.put(name.toString(), withoutTexts(field));
                }
            });
            return kept;
        }
        return value instanceof List<?> values ? values.stream().map(Licences::withoutTexts).toList() : value;
    }
}
