package org.gongkai.jbake.document;

import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * A document.
 *
 * @param path its source from the project's root
 * @param type its type
 * @param status {@code published}, {@code draft} or {@code published-date}, as it is on the day of the build
 * @param date its date
 * @param tags its tags
 * @param address where its page goes
 * @param values everything that templates see of it
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
