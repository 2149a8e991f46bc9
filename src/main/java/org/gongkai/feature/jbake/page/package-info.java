/**
 * Pages of a JBake project. In: its documents; out: the planned pages by address, rendered on demand with the templates
 * of the project. Knows nothing of the source files of documents.
 */
package org.gongkai.feature.jbake.page;
