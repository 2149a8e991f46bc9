package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.build.edition.TakenDown;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.takedown.Notice;

/** Tells a build what was taken down where it is published. */
public final class TakenDownPages {

    private TakenDownPages() {}

    /**
     * What was taken down of the pages of an audience.
     *
     * @param to where all is published
     * @param audience folder of the audience; empty if the site has one
     * @throws PublicationRefused if the store is not as it was left
     */
    public static TakenDown of(Path to, String audience) throws IOException {
        Map<String, TakenDown.Notice> notices = new HashMap<>();
        Notice.all(to, audience).forEach((address, notice) -> notices.put(address, notice::at));
        return new TakenDown(notices);
    }
}
