/** Looks at a server on which sites are published, and says what to do. */
package org.gongkai.publish.doctor;
