/**
 * Registers as files for programs: JSON and {@linkplain org.gongkai.output.table tables}. In:
 * {@link org.gongkai.feature.register.model.Register}; out: bytes. Knows nothing of pages and folders. No file of
 * tables contains the time at which it was written.
 */
package org.gongkai.feature.register.export;
