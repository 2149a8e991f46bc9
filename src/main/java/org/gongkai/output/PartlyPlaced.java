package org.gongkai.output;

import java.io.IOException;

/**
 * The machine failed while an output was put in place, and failed again when that was to be undone. The cause is what failed
 * first; the next build undoes it.
 */
public final class PartlyPlaced extends IOException {
    private static final long serialVersionUID = 1L;

    PartlyPlaced(Throwable cause) {
        super("站点只写了一部分，新旧文件混在一起；排除原因以后再生成一次就好", cause);
    }
}
