package org.gongkai.feature.jbake.document;

import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * A document.
 *
 * @param path path of its source from the project's root
 * @param type its type
 * @param status {@code published}, {@code draft} or {@code published-date}, as it is on the day of the build
 * @param date its date
 * @param tags its tags
 * @param address address of its page
 * @param values its values for templates
 */
public record Document(
        String path,
        String type,
        String status,
        Date date,
        List<String> tags,
        String address,
        Map<String, Object> values) {

    boolean isPublished() {
        return status.equals("published");
    }
}
