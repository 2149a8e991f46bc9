package org.gongkai.pipeline.live;

import java.util.Optional;
import org.gongkai.site.Item;

/**
 * A page or a file of a site.
 *
 * @param bytes its bytes, as a build would write them
 * @param item the entry whose page it is; empty for any other
 */
public record LiveFile(byte[] bytes, Optional<Item> item) {

    static LiveFile of(byte[] bytes) {
        return new LiveFile(bytes, Optional.empty());
    }
}
