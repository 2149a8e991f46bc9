/** Rows of registers. In: entries, the organisation, the catalogue; out: what a row says under each path. */
package org.gongkai.feature.register.source;
