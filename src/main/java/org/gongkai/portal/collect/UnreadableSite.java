package org.gongkai.portal.collect;

/** A published site that cannot be used. The message says why in Chinese, without a full stop. */
final class UnreadableSite extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableSite(String reason) {
        super(reason);
    }
}
