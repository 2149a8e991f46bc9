package org.gongkai.feature.jbake.document;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Value;

/**
 * A document's header as typed.
 *
 * @param lines all lines of the file
 * @param marked whether a separator follows it, JBake's own format
 * @param fields its values in order
 * @param body the text without it
 */
record RawHeader(List<String> lines, boolean marked, List<Value.Field> fields, String body) {

    /** The last value of a name. */
    Optional<Value.Text> last(String name) {
        Value.Text last = null;
        for (Value.Field field : fields) {
            if (field.key().text().equals(name) || field.key().text().equals("jbake-" + name)) {
                last = (Value.Text) field.value();
            }
        }
        return Optional.ofNullable(last);
    }
}
