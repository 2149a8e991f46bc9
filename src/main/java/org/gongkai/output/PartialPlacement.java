package org.gongkai.output;

import java.io.IOException;

/**
 * The swap of an output failed, and so did undoing it. The cause is the first failure; the next build undoes the swap.
 */
public final class PartialPlacement extends IOException {
    private static final long serialVersionUID = 1L;

    PartialPlacement(Throwable cause) {
        super("站点只写了一部分，新旧文件混在一起；排除原因以后再生成一次就好", cause);
    }
}
