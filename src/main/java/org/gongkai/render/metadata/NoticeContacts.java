package org.gongkai.render.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.render.model.Model;

/** Whom readers of a 公示 tell what they have against it. */
public final class NoticeContacts {

    /** A number that can be dialled: three digits at least, possibly in groups. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){2,14}");

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private NoticeContacts() {}

    /** Returns the contacts among the rows of an entry. */
    public static List<Model.Contact> of(List<Model.Fact> facts) {
        return facts.stream()
                .filter(fact -> NoticePeriod.CHANNELS.contains(fact.label()))
                .map(fact -> new Model.Contact(fact.label(), fact.value(), target(fact.value())))
                .toList();
    }

    /** Returns a link that dials or writes; null unless there is exactly one number or address in the text. */
    private static String target(String text) {
        if (MAIL.matcher(text).matches()) {
            return "mailto:" + text;
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return null;
        }
        String digits = number.group().replaceAll("\\D", "");
        return number.find() || text.chars().filter(Character::isDigit).count() != digits.length()
                ? null
                : "tel:" + digits;
    }
}
