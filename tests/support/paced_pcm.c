int declaim_placeholder;
