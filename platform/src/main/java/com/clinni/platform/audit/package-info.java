/** The access log: who did and read what, when and why, and what came of it. */
package com.clinni.platform.audit;
