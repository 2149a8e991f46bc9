package org.gongkai.portal.collect;

import java.io.IOException;

/** A published site that cannot be used. The message says why in Chinese, without a full stop. */
final class UnreadableSite extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableSite(String reason) {
        super(reason);
    }
}
