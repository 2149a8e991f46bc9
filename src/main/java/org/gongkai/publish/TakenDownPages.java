package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.pipeline.edition.TakenDownNotices;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.takedown.Notice;
import org.gongkai.publish.release.takedown.ReturnedPages;

/** Provides a build with the pages that were taken down where its result is published. */
public final class TakenDownPages {

    private TakenDownPages() {}

    /**
     * The pages of an audience that were taken down.
     *
     * @param to the folder that the site is published to
     * @param audience folder of the audience; empty if the site has only one audience
     * @throws PublicationRefused if the store is not as it was left
     */
    public static TakenDownNotices of(Path to, String audience) throws IOException {
        Map<String, TakenDownNotices.Notice> notices = new HashMap<>();
        ReturnedPages.inForce(to, audience).forEach((address, down) -> {
            Notice notice = new Notice(down.day(), down.event().reason());
            down.event().notices().forEach(redirect -> notices.putIfAbsent(redirect, notice::at));
            notices.put(address, notice::at);
        });
        return new TakenDownNotices(notices);
    }
}
