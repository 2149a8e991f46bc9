package org.gongkai.check.personal;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/**
 * The settings of a site about personal data.
 *
 * @param kept how much of a value messages may show
 * @param keptOfNames how much of a person's name messages may show
 * @param allowed the values that may be published, in the form of {@link #plain}
 */
public record Privacy(Map<PersonalKind, Kept> kept, Kept keptOfNames, Set<String> allowed) {

    /** The default settings. */
    public static final Privacy DEFAULT = new Privacy(
            Map.of(
                    PersonalKind.ID_NUMBER, new Kept(0, 4),
                    PersonalKind.OLD_ID_NUMBER, new Kept(0, 3),
                    PersonalKind.MOBILE, new Kept(3, 4),
                    PersonalKind.BANK_CARD, new Kept(0, 4),
                    PersonalKind.BIRTH_DATE, new Kept(4, 0),
                    PersonalKind.HOME_ADDRESS, new Kept(3, 0)),
            new Kept(1, 0),
            Set.of());

    /** The path of the file. */
    public static final String PATH = "content/_data/privacy.yml";

    /** Maximum number of visible characters at the start; more would reveal the rest. */
    private static final int MOST_FIRST = 6;

    private static final int MOST_LAST = 4;

    public Privacy {
        kept = Map.copyOf(kept);
        allowed = Set.copyOf(allowed);
    }

    /**
     * The parts of a value that are not masked.
     *
     * @param first the number of characters at its start
     * @param last the number of characters at its end
     */
    @Key.Group("写成 {前: 3, 后: 4}")
    public record Kept(@Key(value = "前", most = MOST_FIRST) int first, @Key(value = "后", most = MOST_LAST) int last) {

        /** Replaces the middle of a value by asterisks; all of it if it is too short. */
        String mask(String value) {
            if (first + last >= value.length()) {
                return "*".repeat(value.length());
            }
            return value.substring(0, first)
                    + "*".repeat(value.length() - first - last)
                    + value.substring(value.length() - last);
        }
    }

    @Key.Group("例如：允许: [12380]")
    private record Written(@Key("保留") KeptByKind kept, @Key("允许") List<Allowed> allowed) {}

    @Key.Group("例如 保留: {手机号: {前: 3, 后: 4}}")
    private record KeptByKind(
            @Key("身份证号") Optional<Kept> id,
            @Key("手机号") Optional<Kept> mobile,
            @Key("银行卡号") Optional<Kept> bankCard,
            @Key("出生日期") Optional<Kept> birthDate,
            @Key("住址") Optional<Kept> homeAddress,
            @Key("姓名") Optional<Kept> name) {}

    @Key.Group("例如 允许: [{内容: 12380, 说明: 举报电话}]")
    private record Allowed(@Key(value = "内容", required = true) String content, @Key("说明") String description) {}

    /**
     * Reads the settings.
     *
     * @param text the content of {@link #PATH}, if the site has the file
     */
    public static Privacy read(YamlReader yaml, Optional<String> text, Consumer<Problem> problems) {
        return new Binder(PATH, "E276", problems)
                .group(Written.class, text.flatMap(it -> yaml.read(PATH, it, 1, problems)))
                .map(Privacy::of)
                .orElse(DEFAULT);
    }

    private static Privacy of(Written written) {
        Map<PersonalKind, Kept> kept = new EnumMap<>(DEFAULT.kept);
        written.kept.id.ifPresent(it -> kept.put(PersonalKind.ID_NUMBER, it));
        written.kept.mobile.ifPresent(it -> kept.put(PersonalKind.MOBILE, it));
        written.kept.bankCard.ifPresent(it -> kept.put(PersonalKind.BANK_CARD, it));
        written.kept.birthDate.ifPresent(it -> kept.put(PersonalKind.BIRTH_DATE, it));
        written.kept.homeAddress.ifPresent(it -> kept.put(PersonalKind.HOME_ADDRESS, it));
        return new Privacy(
                kept,
                written.kept.name.orElse(DEFAULT.keptOfNames),
                written.allowed.stream().map(it -> plain(it.content)).collect(Collectors.toSet()));
    }

    /** Returns the masked value. */
    String mask(Personal personal) {
        return kept.get(personal.kind()).mask(personal.value());
    }

    public String maskName(String name) {
        return keptOfNames.mask(name);
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
