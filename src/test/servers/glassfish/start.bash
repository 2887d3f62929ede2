# shellcheck shell=bash
# How ./run starts GlassFish, and Payara Server, which has the same commands: for ./verify --matrix.
DEFAULT_CREDENTIALS=credentials-file
config=$PWD/server-config/payara-micro

start_server() {
    local domain=$folder/domains/domain1 property options=
    mkdir "$folder/domains"
    cp -R "$home/glassfish/domains/domain1" "$domain"
    sed -i -e 's/address="0\.0\.0\.0"/address="127.0.0.1"/' -e "s/port=\"8080\"/port=\"$port\"/" \
        -e 's/<network-listener port=/<network-listener address="127.0.0.1" port=/' \
        -e 's/<hazelcast-config-specific-configuration/& enabled="false"/' \
        -e 's/;AUTO_SERVER=TRUE//' "$domain/config/domain.xml"
    use_credentials_file
    while IFS= read -r property; do
        [[ -z $property ]] || options+=" -D$property"
    done <"$folder/settings.properties"
    cp "$PRODUCT" "$folder/buymed4j.war"
    cp "$SANDBOX" "$folder/sandbox.war"
    BUYMED_ACCESS_TOKEN=$access_token BUYMED_CONSOLE_PASSWORD=$operator_password JAVA_TOOL_OPTIONS=$options AS_JAVA=$JAVA_HOME \
        launch bash -c '
            asadmin=$1/glassfish/bin/asadmin
            "$asadmin" start-domain --verbose --domaindir domains domain1 &
            until "$asadmin" --interactive=false deploy --contextroot /sandbox sandbox.war; do sleep 2; done
            "$asadmin" --interactive=false deploy --contextroot / buymed4j.war
            wait' glassfish "$home"
}
