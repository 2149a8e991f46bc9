package org.gongkai.feature.jbake.settings;

import java.time.ZoneId;

/** The zone of a JBake project's dates, the only setting that is taken from the machine, because JBake does so. */
final class MachineZone {

    private MachineZone() {}

    static ZoneId get() {
        return ZoneId.systemDefault();
    }
}
