package org.gongkai.jbake.settings;

import java.time.ZoneId;

/** The one thing that a JBake project takes from the machine, because JBake does: the zone in which its dates are meant. */
final class MachineZone {

    private MachineZone() {}

    static ZoneId get() {
        return ZoneId.systemDefault();
    }
}
