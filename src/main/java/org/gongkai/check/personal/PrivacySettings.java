package org.gongkai.check.personal;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/**
 * The settings of a site about personal data.
 *
 * @param allowed the values that may be published, in the form of {@link #plain}
 */
public record PrivacySettings(Set<String> allowed) {

    /** The default settings. */
    public static final PrivacySettings DEFAULT = new PrivacySettings(Set.of());

    /** The path of the file. */
    public static final String PATH = SourceTree.DATA + "privacy.yml";

    @Key.Group("例如：允许: [12380]")
    private record Written(@Key("允许") List<Allowed> allowed) {}

    @Key.Group("例如 允许: [{内容: 12380, 说明: 举报电话}]")
    private record Allowed(@Key(value = "内容", required = true) String content, @Key("说明") String description) {}

    /**
     * Reads the settings.
     *
     * @param text the content of {@link #PATH}, if the site has the file
     */
    public static PrivacySettings read(YamlReader yaml, Optional<String> text, Consumer<Problem> problems) {
        return new Binder(PATH, "E276", problems)
                .group(Written.class, text.flatMap(it -> yaml.read(PATH, it, 1, problems)))
                .map(written -> new PrivacySettings(
                        written.allowed.stream().map(it -> plain(it.content)).collect(Collectors.toSet())))
                .orElse(DEFAULT);
    }

    /** Returns the name of a person with asterisks behind its first character. */
    public static String maskName(String name) {
        return Personal.mask(name, 1, 0);
    }

    public boolean allows(Personal personal) {
        return !allowed.isEmpty() && allowed.contains(plain(personal.value()));
    }

    /** Removes separators from a value; of numbers and dates only the digits remain. */
    static String plain(String value) {
        String normal = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return normal.replaceAll("(\\d{4})[年./](\\d)(?=[月./])", "$1年0$2")
                .replaceAll("([月./])(\\d)(?=日|$)", "$10$2")
                .replaceAll("^(\\d{4})[年./](\\d\\d)[月./](\\d\\d)日?$", "$1$2$3")
                .replaceAll("^(?:\\+|00)?86(?=1\\d{10}$)", "");
    }
}
