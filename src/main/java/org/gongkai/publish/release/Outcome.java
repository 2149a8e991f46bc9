package org.gongkai.publish.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.takedown.ReturnedPage;

/**
 * The result of publishing the site of one audience.
 *
 * @param audience the audience
 * @param current the link to the release that readers see
 * @param published the new release; empty if there is none
 * @param lost lasting addresses that lead nowhere in the new release
 * @param returned pages of the new site that are taken down, sorted by the address that was taken down
 * @param notes remarks in Chinese
 */
public record Outcome(
        String audience,
        Path current,
        Optional<Published> published,
        List<String> lost,
        List<ReturnedPage> returned,
        List<String> notes) {

    public Outcome {
        lost = List.copyOf(lost);
        returned = List.copyOf(returned);
        notes = List.copyOf(notes);
    }

    /** Whether the publication is refused: pages would return, or addresses would be lost that must not be. */
    public boolean isRefused(boolean allowLost) {
        return !returned.isEmpty() || !lost.isEmpty() && !allowLost;
    }
}
