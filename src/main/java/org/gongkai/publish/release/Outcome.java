package org.gongkai.publish.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.takedown.Returned;

/**
 * What came of publishing one audience's site.
 *
 * @param audience who it is for
 * @param current what readers are given
 * @param published the new release; empty if there is none
 * @param lost addresses that readers could open until now and could no longer
 * @param returned pages that were taken down and would come back, sorted by the address that was taken down
 * @param notes what is worth knowing, in Chinese
 */
public record Outcome(
        String audience,
        Path current,
        Optional<Published> published,
        List<String> lost,
        List<Returned> returned,
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
