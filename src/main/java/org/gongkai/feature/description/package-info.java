/**
 * The description of a site for programs. Comes in: the settings of a site and the audience that it is for. Goes out:
 * the file {@code site.json}, from which a portal knows what a published site is and who may read it.
 */
package org.gongkai.feature.description;
