/**
 * Pages of a JBake project. Comes in: its documents. Goes out: the planned pages by address, each rendered on demand by
 * the templates of the project. Knows no source files of documents.
 */
package org.gongkai.feature.jbake.page;
