package org.gongkai.register.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person whom the title of a notice names, as in 关于拟接收林晓禾同志为中共预备党员的公示. */
final class PersonInTitle {

    /** What stands between 关于 and a name. */
    private static final Pattern NAME =
            Pattern.compile("^(?:.*关于)?(?:拟|同意|讨论|确定|接收|吸收|推荐|列|将|对|为|中共|预备党员|入党积极分子|发展对象)*([\\p{IsHan}·]{2,8}?)同志");

    /** Words in the place of a name that name nobody, or several. */
    private static final Pattern NOBODY = Pattern.compile("[一二两三四五六七八九十几数多][名位]$|[某等]|^[该各]");

    private PersonInTitle() {}

    static Optional<String> of(String title) {
        Matcher name = NAME.matcher(title);
        return name.find()
                ? Optional.of(name.group(1)).filter(it -> !NOBODY.matcher(it).find())
                : Optional.empty();
    }
}
