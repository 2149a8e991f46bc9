package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.problem.PublicationRefused;

/**
 * The notice that replaces a page that was taken down.
 *
 * @param day the date of the takedown
 * @param reason the reason; may be empty
 */
public record Notice(LocalDate day, String reason) {

    /**
     * The notices of an audience, by the addresses of the pages that are taken down and of their redirects.
     *
     * @param folder the folder that is published into
     * @param audience folder of the audience; empty if the site has one
     * @throws PublicationRefused if the records were tampered with
     */
    public static Map<String, Notice> all(Path folder, String audience) throws IOException {
        Map<String, Notice> notices = new TreeMap<>();
        ReturnedPages.inForce(folder, audience).forEach((address, down) -> {
            Notice notice = new Notice(down.day(), down.event().reason());
            down.event().notices().forEach(redirect -> notices.putIfAbsent(redirect, notice));
            notices.put(address, notice);
        });
        return notices;
    }

    /**
     * The bytes of the page.
     *
     * @param address its address from the root of the site
     */
    public byte[] at(String address) {
        return NoticePage.of(address, day, reason);
    }
}
