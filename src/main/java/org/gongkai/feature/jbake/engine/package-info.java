/**
 * Markup engines of JBake. In: a file and the configuration of a build; out: the document model that JBake's own engine
 * would create, with a sanitized body. Knows nothing of a project as a whole.
 */
package org.gongkai.feature.jbake.engine;
