/**
 * Markup engines of JBake. Comes in: a file and the configuration of one build. Goes out: the document model that
 * JBake's own engine would create, with a safe body. Knows no project as a whole.
 */
package org.gongkai.feature.jbake.engine;
