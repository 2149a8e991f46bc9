package org.gongkai.cli.server;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The browser that the user has chosen for this machine. */
final class SystemBrowser {

    /** Opens an address if the machine has a browser; otherwise does nothing, because the address is printed as well. */
    void open(String address) {
        try {
            boolean able = !GraphicsEnvironment.isHeadless()
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
            if (able) {
                Desktop.getDesktop().browse(URI.create(address));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            return;
        }
    }
}
