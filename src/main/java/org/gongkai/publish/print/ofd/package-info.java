/**
 * Printed sheets as OFD, the layout format that Chinese offices exchange (GB/T 33190-2016). Comes in: a PDF that a
 * browser wrote. Goes out: the same text, lines and pictures at the same places. Knows nothing of sites.
 */
package org.gongkai.publish.print.ofd;
